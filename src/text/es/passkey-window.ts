/** What Enlace's own window says while the system uses a passkey. */
export const esPasskeyWindow = {
  title: 'Llave de acceso',
  what: 'Confirme en el aviso del sistema. Si aparece un código, escanéelo con la cámara del teléfono, no con WhatsApp. Para cancelar, cierre esta ventana.',
  whichKey: '¿Con qué llave de acceso confirma?',
  cancel: 'Cancelar',
}

export type PasskeyWindow = typeof esPasskeyWindow
