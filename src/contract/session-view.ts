import type { Cause } from './cause.ts'
import type { PasskeyView } from './passkey.ts'
import type { Restriction } from './restriction.ts'
import type { SourceView } from './source.ts'

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
  'change-number',
  'accept-number',
  'reject-number',
  'test',
  'verify',
  'renew',
  'send-keys',
  'use-passkey',
  'use-passkey-otherwise',
  'confirm-code',
  'deny-code',
  'restore-snapshot',
  'retire-previous',
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

/** The 8 characters to type on the phone instead of scanning; shown in two groups of four. */
export interface PhoneCodeView {
  readonly code: string
  /** Digits of the number that has to type it. */
  readonly number: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
}

/**
 * How the check of a connection stands: the server's ack means the link is good, a receipt that the phone is alive.
 * `refused`: WhatsApp answered, so that the link is good, and did not pass the message on.
 */
export interface TestView {
  readonly startedAt: Millis
  readonly link: 'waiting' | 'good' | 'failed'
  readonly phone: 'waiting' | 'alive' | 'silent' | 'refused'
}

/** What is known about a working session beyond that it works. Counts are since the program started. */
export interface HealthView {
  /** When the phone itself last gave a sign; null while it has not yet. WhatsApp unlinks after 14 days without. */
  readonly phoneSeen: Millis | null
  readonly received: number
  readonly sent: number
  /** Messages that stayed unreadable after WhatsApp's own attempts to send them again. */
  readonly failed: number
  /** This computer's clock minus WhatsApp's, in milliseconds. */
  readonly clockSkew: number | null
  /** WhatsApp's web version in use, as `2.3000.1043857760`, and where it was learnt. */
  readonly version: string
  readonly versionSource: 'live' | 'last-good' | 'bundled'
}

/** What an inspection of the stored session can find. */
export const FINDING_CODES = [
  'file-damaged',
  'seal-broken',
  'credentials-missing',
  'credentials-malformed',
  'keys-mismatched',
  'signature-invalid',
  'pre-keys-missing',
  'code-abandoned',
  'rolled-back',
] as const

export type FindingCode = (typeof FINDING_CODES)[number]

export interface Finding {
  readonly code: FindingCode
  /** `damage`: it cannot run like this. `note`: harmless, and already put right. */
  readonly severity: 'note' | 'damage'
  /** How many values it concerns. */
  readonly count: number
}

/** What the last step of a repair did. */
export interface RepairReport {
  readonly step: 'verify' | 'renew' | 'restore-snapshot'
  readonly at: Millis
  readonly findings: readonly Finding[]
  /** Values checked, renewed or brought back. */
  readonly values: number
}

/** The link from before the last clear, once a new one works: it still keeps one of the phone's four places. */
export interface PreviousLink {
  readonly number: string | null
  readonly clearedAt: Millis
}

/** What a cause speaks of, where it needs more than its sentence. */
export type About =
  /** Digits: the number that was linked here before, and the one that has linked now. */
  | { readonly kind: 'numbers'; readonly expected: string; readonly actual: string }
  /** The name of the other organization. */
  | { readonly kind: 'organization'; readonly name: string }
  /** Who holds the folder, as far as the system tells: a program's process id, account and computer. */
  | { readonly kind: 'holder'; readonly pid: string; readonly account: string; readonly computer: string }
  /** What an inspection found. */
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  /** What stood in the way the last time, behind a cause that only says how it ended. */
  | { readonly kind: 'cause'; readonly cause: Cause }
  /** What WhatsApp does not allow for a while, and until when. */
  | { readonly kind: 'restriction'; readonly restriction: Restriction }

export type LinkStep = 'scanned' | 'linking' | 'syncing'

/** Something wrong while the session may well be online; shown amber beside the status. */
export const WARNING_CODES = [
  'log-out-failed',
  'decrypt-failures',
  'pre-keys',
  'phone-unseen',
  'clock-skew',
  'not-restored',
  'time-lock',
  'chat-cap',
  'queue-withheld',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]
export interface Warning {
  readonly code: WarningCode
  readonly action: SessionCommand | null
  /** With `time-lock` and `chat-cap`. */
  readonly restriction?: Restriction
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
  /** When the newest good copy of the stored session was made; null while there is none. */
  readonly snapshotAt: Millis | null
  readonly report: RepairReport | null
  readonly previous: PreviousLink | null
  /** Offered for deletion once the session works here; null while there is nothing to delete. */
  readonly source: SourceView | null
}

export type SessionState =
  /** No link and no socket. `cause` says why, where it is not simply new. */
  | { readonly status: 'unlinked'; readonly cause: Cause | null }
  | { readonly status: 'starting'; readonly activity: 'connecting' | 'clearing' | 'logging-out' | 'stopping' }
  /** Exactly one of the two is there. `cause`: why the code before this one came to nothing, where one did. */
  | {
      readonly status: 'scan'
      readonly qr: QrView | null
      readonly phoneCode: PhoneCodeView | null
      readonly cause: Cause | null
    }
  | { readonly status: 'linking'; readonly step: LinkStep; readonly passkey: null }
  /** WhatsApp wants the link confirmed with the owner's passkey. */
  | { readonly status: 'linking'; readonly step: 'confirming'; readonly passkey: PasskeyView }
  | {
      readonly status: 'online'
      /** Digits with country code, no plus sign; empty where WhatsApp does not tell the number. */
      readonly number: string
      /** The account's own name, as WhatsApp tells it. */
      readonly accountName: string | null
      /** WhatsApp's name of the phone's system, as `android` or `iphone`. */
      readonly platform: string | null
      readonly since: Millis
      readonly lastActivity: Millis
      /** The connection has proven itself by lasting: before that it may still be a flicker. */
      readonly lasted: boolean
      readonly health: HealthView
      readonly test: TestView | null
    }
  | {
      readonly status: 'reconnecting'
      readonly cause: Cause
      readonly about: About | null
      /** It goes on trying, but it will not be over in moments: a person should know. */
      readonly told: boolean
      readonly attempt: number
      /** When the next attempt starts; null while one is under way. */
      readonly nextAt: Millis | null
    }
  /** `elsewhere`: it came from another server, which may still be running the same link. */
  | { readonly status: 'stopped'; readonly elsewhere: boolean }
  | { readonly status: 'attention'; readonly cause: Cause; readonly about: About | null }
  | { readonly status: 'unavailable'; readonly cause: Cause; readonly about: About | null }

export type SessionView = SessionViewBase & SessionState

/** One organization as the window sees it. */
export interface OrganizationView {
  readonly id: string
  readonly name: string
  readonly sessionName: string
  /** Digits of the number last linked here, or null. */
  readonly lastNumber: string | null
  /** Digits of the number it had before, for a day after it changed. */
  readonly previousNumber: string | null
  readonly session: SessionView
}
