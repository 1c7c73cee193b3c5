import type { Accounts } from './account.ts'
import type { ConnectionBook } from './connection-book.ts'
import type { QueueRule } from './mailbox.ts'
import type { PrimaryDevice } from './primary-device.ts'
import type { Registrations } from './registration.ts'

/** A WhatsApp version as its three numbers, such as `[2, 3000, 1043857760]`. */
export type Version = readonly [number, number, number]

/** What may be changed while the simulator runs. */
export interface Settings {
  /** QR references in one registration. */
  qrRefs: number
  /** Whether a phone sends its history and keys to a new device, as real phones do within seconds. */
  history: boolean
  /** How contacts are named in what they send: by LID, as most real chats today, or by number. */
  addressing: 'lid' | 'number'
  /** Clients below this version are refused with 405; the web page names it as the present one (`/sw.js`). */
  minimumVersion: Version | null
  /** What becomes of what waited for a device that comes back. */
  queue: QueueRule
  /** Milliseconds the server's clock is ahead of `clock`. */
  clockSkewMs: number
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
