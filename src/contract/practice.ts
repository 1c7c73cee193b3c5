/** Faults a person can choose in practice mode, by what happens rather than by protocol code. */
export const PRACTICE_FAULTS = [
  'connection-drop',
  'outage',
  'half-open',
  'unlinked-from-phone',
  'opened-elsewhere',
  'account-restricted',
  'account-banned',
  'link-retired',
  'whatsapp-unavailable',
  'undecryptable-messages',
  'healing-messages',
  'test-refused',
  'wrong-phone',
  'code-retired',
  'passkey-required',
  'phone-full',
  'short-connections',
  'account-paused',
  'scan-failed',
  'code-refused',
  'version-refused',
  'garbled-answers',
  'network-page',
  'unknown-refusal',
  'login-unanswered',
  'wrong-clock',
  'phone-off',
  'new-chats-forbidden',
  'removed-while-limited',
  'queue-withheld',
] as const

export type PracticeFault = (typeof PRACTICE_FAULTS)[number]

/** The guided lessons. */
export const LESSON_NAMES = ['first-link', 'disconnection', 'clearing', 'passkey'] as const

export type LessonName = (typeof LESSON_NAMES)[number]

/** What main asks of the simulator process. `qr` is the text of the code on screen; `number` holds digits. */
export type SimulatorRequest =
  | {
      readonly id: number
      readonly kind: 'scan'
      readonly qr: string
      readonly number: string
      readonly name: string
    }
  | { readonly id: number; readonly kind: 'enter-code'; readonly code: string; readonly number: string }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: PracticeFault; readonly number: string }
  /** With the passkey of the account whose phone scanned or typed last. `options`: WebAuthn's request as JSON. */
  | { readonly id: number; readonly kind: 'sign-passkey'; readonly options: string }
  | { readonly id: number; readonly kind: 'heal' }

/** What the simulator process says: once `ready`, then one `done`, `signed` or `refused` per request. */
export type SimulatorReply =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'done'; readonly id: number }
  /** `assertion`: the credential as JSON. */
  | { readonly kind: 'signed'; readonly id: number; readonly assertion: string }
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string }
