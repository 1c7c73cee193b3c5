/**
 * Where the owner's passkey is used. `window`: in a window of Enlace, by the system's own dialog. `browser`: in the
 * computer's own Chrome, Edge or Chromium. `practice`: the practice account's key, without any dialog.
 */
export type PasskeyWay = 'window' | 'browser' | 'practice'

/**
 * How far the confirmation is. `offered`: nothing has been done yet. `signing`: the system's dialog is open. `waiting`:
 * the key was accepted, and it is the phone's turn. `comparing`: the person compares the code with the phone's.
 * `finishing`: the link is being made.
 */
export type PasskeyStep = 'offered' | 'signing' | 'waiting' | 'comparing' | 'finishing'

/** Why a confirmation came to nothing. */
export const PASSKEY_TROUBLES = [
  /** Nobody confirmed: the dialog was closed or cancelled, or no key of this account was there. */
  'refused',
  /** This computer has nothing to use a passkey with. */
  'no-way',
  /** It took too long. */
  'expired',
  /** The key was sent, and nothing came back from the phone. */
  'phone-silent',
  /** WhatsApp did not take what was sent. */
  'not-accepted',
  /** The person saw another code on the phone. */
  'codes-differ',
  /** The connection ended meanwhile. */
  'dropped',
  /** Another organization's passkey is being used at this moment. */
  'busy',
] as const

export type PasskeyTrouble = (typeof PASSKEY_TROUBLES)[number]

/** The confirmation as the window shows it. */
export interface PasskeyView {
  readonly step: PasskeyStep
  /** When the step began, and when it is given up, in milliseconds since 1970. */
  readonly since: number
  readonly until: number
  /** The way in use, or the one that is offered first. */
  readonly way: PasskeyWay
  /** Offered below it; null where there is no other. */
  readonly otherWay: PasskeyWay | null
  /** `XXXX-XXXX`, as the phone shows it: with `comparing` to be compared, with `finishing` only to be seen. */
  readonly code: string | null
  /** What the try before this one came to; null at the first. */
  readonly trouble: PasskeyTrouble | null
}
