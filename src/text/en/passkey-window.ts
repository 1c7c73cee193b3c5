import type { PasskeyWindow } from '../es/passkey-window.ts'

export const enPasskeyWindow: PasskeyWindow = {
  title: 'Passkey',
  what: 'Confirm in the system’s own dialog. If a code appears, scan it with the phone’s camera, not with WhatsApp. To cancel, close this window.',
  whichKey: 'Which passkey do you confirm with?',
  cancel: 'Cancel',
}
