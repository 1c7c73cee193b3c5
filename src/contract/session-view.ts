import type { Cause } from './cause.ts'

/** Times are milliseconds since 1970 (UTC) in this computer's clock. */
export type Millis = number

export type Status =
  | 'unlinked'
  | 'starting'
  | 'scan'
  | 'linking'
  | 'online'
  | 'reconnecting'
  | 'stopped'
  | 'attention'
  | 'unavailable'

/** What a person can tell a session to do. Which of them make sense now is in `SessionView.allowed`. */
export const SESSION_COMMANDS = [
  'link',
  'cancel-link',
  'connect',
  'stop',
  'retry',
  'take-over',
  'log-out',
  'clear',
  'undo-clear',
] as const

export type SessionCommand = (typeof SESSION_COMMANDS)[number]

/** The QR on screen. `picture` is a `data:` image; the text inside is a secret and never leaves main. */
export interface QrView {
  readonly picture: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
  /** 1-based position among the codes of this attempt. */
  readonly index: number
  /** How many codes WhatsApp granted. */
  readonly of: number
}

export type LinkStep = 'scanned' | 'linking' | 'syncing'

/** Something wrong while the session may well be online; shown amber beside the status. */
export const WARNING_CODES = ['weak-vault', 'decrypt-failures'] as const
export type WarningCode = (typeof WARNING_CODES)[number]
export interface Warning {
  readonly code: WarningCode
  readonly action: SessionCommand | null
}

/** A generation that a clear left in quarantine and that can be brought back. */
export interface UndoView {
  readonly clearedAt: Millis
  readonly until: Millis
  /** Digits of the number that comes back, if it was known. */
  readonly number: string | null
}

interface SessionViewBase {
  /** The one thing to press, or null where there is nothing to do but wait. */
  readonly primary: SessionCommand | null
  readonly allowed: readonly SessionCommand[]
  readonly warnings: readonly Warning[]
  readonly undo: UndoView | null
}

export type SessionState =
  /** No link and no socket. `cause` says why, where it is not simply new. */
  | { readonly status: 'unlinked'; readonly cause: Cause | null }
  | { readonly status: 'starting'; readonly activity: 'connecting' | 'clearing' | 'logging-out' | 'stopping' }
  | { readonly status: 'scan'; readonly qr: QrView }
  | { readonly status: 'linking'; readonly step: LinkStep }
  | {
      readonly status: 'online'
      /** Digits with country code, no plus sign. */
      readonly number: string
      /** The account's own name, as WhatsApp tells it. */
      readonly accountName: string | null
      /** WhatsApp's name of the phone's system, as `android` or `iphone`. */
      readonly platform: string | null
      readonly since: Millis
      readonly lastActivity: Millis
    }
  | {
      readonly status: 'reconnecting'
      readonly cause: Cause
      readonly attempt: number
      /** When the next attempt starts; null while one is under way. */
      readonly nextAt: Millis | null
    }
  | { readonly status: 'stopped' }
  | { readonly status: 'attention'; readonly cause: Cause }
  | { readonly status: 'unavailable'; readonly cause: Cause }

export type SessionView = SessionViewBase & SessionState

/** One organization as the window sees it. */
export interface OrganizationView {
  readonly id: string
  readonly name: string
  readonly sessionName: string
  /** Digits of the number last linked here, or null. */
  readonly lastNumber: string | null
  readonly session: SessionView
}
