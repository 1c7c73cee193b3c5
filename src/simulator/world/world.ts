import type { Accounts } from './account.ts'
import type { ConnectionBook } from './connection-book.ts'
import type { QueueRule } from './mailbox.ts'
import type { Stanza } from '../wire/stanza.ts'
import type { PrimaryDevice } from './primary-device.ts'
import type { Registrations } from './registration.ts'

/** A WhatsApp version as its three numbers, such as `[2, 3000, 1043857760]`. */
export type Version = readonly [number, number, number]

/** By which names people are called on the wire. */
export type Addressing = 'lid' | 'number' | 'lid-only'

/** What may be changed while the simulator runs. */
export interface Settings {
  /** QR references in one registration. */
  qrRefs: number
  /** Whether a phone sends its history and keys to a new device, as real phones do within seconds. */
  history: boolean
  /**
   * How contacts are named in what they send: by LID beside their number, as most real chats today, by number, or by
   * LID alone.
   */
  addressing: Addressing
  /** The same for an account's own phone, and for what it says about messages. */
  ownAddressing: Addressing
  /** How a phone names itself to a device that it links. */
  linkedAs: 'number' | 'lid'
  /** Whether a login is answered with the account's LID. */
  successLid: boolean
  /** Whether a question about a number is answered with its LID. */
  usyncLid: boolean
  /** Whether phones say in lists of several messages what they have received. */
  receiptLists: boolean
  /** Clients below this version are refused with 405; the web page names it as the present one (`/sw.js`). */
  minimumVersion: Version | null
  /** What becomes of what waited for a device that comes back. */
  queue: QueueRule
  /** Milliseconds the server's clock is ahead of `clock`. */
  clockSkewMs: number
  /** Milliseconds from a link to the order to log in with it; 0 is at once. */
  restartDelayMs: number
  /** What is said instead of a stanza: a server that is none of WhatsApp's, or a broken one. Null for the honest one. */
  rewrite: ((honest: Stanza) => Stanza) | null
}

/** What the parts of the simulator share. */
export interface World {
  readonly settings: Settings
  readonly accounts: Accounts
  readonly registrations: Registrations
  readonly book: ConnectionBook
  /** The server's time in milliseconds since the epoch, skew included. */
  readonly now: () => number
  /** The phone with this number, made with its account when there is none. */
  readonly primary: (number: string) => PrimaryDevice
  /** Notes that something worth keeping or showing has changed; `now` writes the state file before it returns. */
  readonly changed: (urgency: 'now' | 'soon') => void
  /** Notes an error nobody asked about: a client that broke the protocol, or a defect. */
  readonly report: (error: unknown) => void
}

/** The server's time in whole seconds, as stanzas carry it. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000)
}
