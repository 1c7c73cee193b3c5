/** The PIN: setting it, being asked for it, having forgotten it. */
export const esPin = {
  pin: {
    title: 'PIN',
    states: { on: 'El PIN está activado', off: 'No hay PIN' },
    what: 'Enlace lo pide antes de limpiar, cerrar sesión, cambiar el número, retirar un vínculo anterior, exportar o quitar una organización, borrar la carpeta de la que vino, y antes de guardar por menos días lo que se limpia o se quita.',
    limits:
      'Sirve contra descuidos y manos ajenas en el mostrador. No protege de quien puede abrir los archivos de este equipo.',
    turnOn: 'Activar un PIN',
    change: 'Cambiar el PIN',
    turnOff: 'Quitar el PIN',
    changeOrTurnOff: 'Cambiar o quitar el PIN',
    fewerDays: 'Guardar por menos días lo que se limpia o se quita',
    new: 'PIN nuevo',
    newHint: 'De 4 a 8 números.',
    repeat: 'Otra vez',
    repeatHint: 'El mismo, para estar seguros.',
    malformed: 'Un PIN tiene de 4 a 8 números.',
    different: 'No es igual al primero.',
    save: 'Guardar el PIN',
    saved: 'El PIN quedó guardado. Anótelo en un lugar seguro.',
    removed: 'El PIN quedó quitado.',

    ask: 'Escriba el PIN',
    /** `what` as on its button. */
    askFor: (what: string) => `Hace falta para: **${what}**.`,
    label: 'PIN',
    confirm: 'Continuar',
    checking: 'Comprobando',
    /** `time` as `30 s` or `4 min`. */
    wait: (time: string) => `Podrá probar otro en ${time}.`,
    waitOver: 'Ya puede probar otro.',
    forgotten: '¿Olvidó el PIN?',
    forgottenHow:
      'No se puede recuperar, pero sí quitar. Llame a su soporte: con Enlace cerrado, hay que borrar este archivo. Las sesiones no se tocan.',
  },
}

export type PinText = typeof esPin
