/** What the guided reset says beside the words of *clear*: its four steps, and how it ends. */
export const esReset = {
  reset: {
    press: 'Pulse «Limpiar y mostrar QR»',
    scan: 'Escanee el QR nuevo',
    scanByItself: 'Aparece aquí por sí solo, en unos segundos.',
    wait: 'Espere a que aquí diga «Conectado»',
    /** Said when it failed before anything was changed; what happened and what to do follow. */
    nothingCleared: 'No se limpió nada: la sesión anterior sigue guardada.',
    /** The same steps in few words, by how far they are. */
    steps: {
      phone: { ahead: 'Teléfono', current: 'Teléfono', done: 'Teléfono' },
      clear: { ahead: 'Limpiar', current: 'Limpiando', done: 'Limpiada' },
      scan: { ahead: 'Escanear', current: 'Escanee', done: 'Escaneado' },
      link: { ahead: 'Conectar', current: 'Vinculando', done: 'Conectado' },
    },
    done: 'La sesión está limpia y conectada.',
    close: 'Listo',
  },
}

export type ResetText = typeof esReset
