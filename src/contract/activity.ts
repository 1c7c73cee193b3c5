import type { Cause } from './cause.ts'
import type { Restriction } from './restriction.ts'
import type { Millis, RepairReport } from './session-view.ts'

/** How far back the activity of an organization can be looked at. */
export const ACTIVITY_RANGES = ['24h', '7d', '30d'] as const
export type ActivityRange = (typeof ACTIVITY_RANGES)[number]

/** How many events may be asked for at once. */
export const MOST_EVENTS = 1000

/** What an organization's card said, in one word: its status, and of *starting* what was going on. */
export const SHOWN_STATES = [
  'unlinked',
  'connecting',
  'clearing',
  'logging-out',
  'stopping',
  'scan',
  'linking',
  'online',
  'reconnecting',
  'stopped',
  'attention',
  'unavailable',
] as const
export type ShownState = (typeof SHOWN_STATES)[number]

/**
 * The colour of a moment. `closed`: Enlace was not running, or the computer slept. `unknown`: from before there was
 * any history.
 */
export type Light = 'online' | 'working' | 'attention' | 'off' | 'closed' | 'unknown'

/** A piece of the strip, from `from` (inclusive) to `to` (exclusive). */
export interface StripPiece {
  readonly from: Millis
  readonly to: Millis
  readonly light: Light
  /** Several lights alternated too fast to be drawn; this is the one that matters most. */
  readonly partly: boolean
}

/** How an organization did within a range of time. */
export interface Availability {
  /** The share of the time it was wanted in which it was online, 0 to 1; null where it was not wanted at all. */
  readonly share: number | null
  /** How often it was wanted and not online, and the longest time without a connection, in milliseconds. */
  readonly interruptions: number
  readonly longest: Millis
  /** Milliseconds under each light. */
  readonly totals: Readonly<Record<Light, Millis>>
}

/** Something that happened to an organization, beyond a change of its state. Numbers are digits. */
export type Happening =
  /** `former`: the number before, where it is another. */
  | { readonly what: 'linked'; readonly number: string; readonly former: string | null }
  | { readonly what: 'number-changed'; readonly number: string; readonly former: string }
  | { readonly what: 'cleared' }
  | { readonly what: 'undone' }
  | { readonly what: 'logged-out' }
  | { readonly what: 'repaired'; readonly step: RepairReport['step'] }
  | { readonly what: 'tested'; readonly result: TestResult }
  /** WhatsApp limits the account for a while. */
  | ({ readonly what: 'limited' } & Restriction)
  | { readonly what: 'removed' }

/** The phone answered, only WhatsApp did, or neither. */
export const TEST_RESULTS = ['alive', 'silent', 'failed', 'refused'] as const
export type TestResult = (typeof TEST_RESULTS)[number]

/** How Enlace stopped watching: closed by the person, asleep with the computer, or gone without a word. */
export type Ending = 'closed' | 'asleep' | 'lost'

/** A line of what happened. */
export type ActivityEvent = { readonly at: Millis } & (
  | Happening
  /** Not online although it was wanted: by itself (`reconnecting`) or until a person did something (`attention`). */
  | {
      readonly what: 'down'
      readonly state: 'reconnecting' | 'attention'
      readonly cause: Cause
      /** When it was online again; null where it was not, or not before something else. */
      readonly backAt: Millis | null
      readonly ongoing: boolean
    }
  | { readonly what: 'connected' }
  | { readonly what: 'stopped' }
  | { readonly what: 'not-scanned' }
  /** `until`: when Enlace ran again. */
  | { readonly what: 'away'; readonly how: Ending; readonly until: Millis | null }
)

/** Why the history is not what it should be. */
export type JournalTrouble =
  /** The file was damaged and is kept under another name; the history starts anew. */
  | { readonly code: 'set-aside'; readonly keptAs: string }
  /** The file cannot be written: what happens is remembered until Enlace closes. */
  | { readonly code: 'unkept' }

/** What one organization went through. */
export interface Activity {
  readonly from: Millis
  readonly to: Millis
  /** Covers the range exactly. */
  readonly strip: readonly StripPiece[]
  readonly availability: Availability
  /** The newest first. */
  readonly events: readonly ActivityEvent[]
  /** There are older ones in the range than were asked for. */
  readonly more: boolean
  readonly trouble: JournalTrouble | null
}

export type LogLevel = 'info' | 'warn'

/** A line of the technical log of this run, redacted. */
export interface LogLine {
  readonly at: Millis
  readonly level: LogLevel
  readonly event: string
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
}
