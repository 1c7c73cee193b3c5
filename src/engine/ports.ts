import type { Ending, Happening, JournalTrouble, ShownState } from '../contract/activity.ts'
import type { Cause } from '../contract/cause.ts'
import type { PasskeyTrouble, PasskeyWay } from '../contract/passkey.ts'
import type { Restriction } from '../contract/restriction.ts'
import type { About, Finding, Millis } from '../contract/session-view.ts'
import type { SourceOutcome } from '../contract/source.ts'
import type { OrganizationRecord, Source } from './record.ts'

/** What the engine asks of the world. Adapters implement these; the engine never imports them. */
export interface Ports {
  /** Names this installation; what another has sealed cannot be opened here. */
  readonly installation: string
  readonly clock: Clock
  readonly folders: Folders
  readonly sessions: StoredSessions
  readonly network: Network
  readonly importer: Importer
  readonly log: Log
}

export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): Millis
  /** Milliseconds since the computer started, its sleep included: nobody can set them. */
  uptime(): Millis
  /** Calls back once at or after `at`; the returned function cancels. */
  wake(at: Millis, callback: () => void): () => void
  /** A number in [0, 1), for jitter. */
  random(): number
}

/** The way to WhatsApp's servers, without WhatsApp. */
export interface Network {
  /** Whether a bare connection to the server can be made now. Answers within six seconds. */
  reachable(): Promise<boolean>
}

/** The organizations' folders on disk: `organization.json` in each is the truth about it. */
export interface Folders {
  /**
   * Ends within seconds, whatever the folders hold; nothing is read again that has not changed.
   *
   * @param familiar folders that somebody runs: their copies of the record may be the older ones
   */
  list(familiar: ReadonlySet<string>): Promise<readonly FoundFolder[]>
  /** Makes the folder and its record; fails if the folder exists. */
  create(record: OrganizationRecord): Promise<WriteOutcome>
  /**
   * Keeps every other program away from the folder until it is let go.
   *
   * @param known the record as this program last read or wrote it
   */
  lock(known: OrganizationRecord): Promise<LockOutcome>
  /** Replaces the record atomically and durably: after a crash it is the old one or the new one, whole. */
  write(record: OrganizationRecord): Promise<WriteOutcome>
  /** Deletes a generation that is not current. */
  discardGeneration(record: OrganizationRecord, generation: number): Promise<void>
  /** Deletes what lies in the folder of generations that the record does not name; says which. */
  sweep(record: OrganizationRecord): Promise<readonly string[]>
  /** Deletes what was left of organizations that were being made or deleted; says which. */
  sweepDrafts(): Promise<readonly string[]>
  /** Deletes an organization's folder. */
  discard(record: OrganizationRecord): Promise<void>
  /** Bytes on disk of a generation, or of the whole folder. */
  size(record: OrganizationRecord, generation: number | null): Promise<number>
}

export type LockOutcome =
  | { readonly kind: 'held'; readonly release: () => void }
  /** Another program has changed the record since: its word counts. The folder is not held. */
  | { readonly kind: 'overtaken'; readonly record: OrganizationRecord }
  | ({ readonly kind: 'refused' } & Refusal)

export interface Refusal {
  readonly cause: Cause
  readonly about: About | null
}

/**
 * `stamp` costs nothing: it changes with the folder's own names and with the file that says what it is. `fingerprint`
 * looks at everything in the folder that counts, and changes while anything of it does; null where that is more than
 * can be looked at, or than the disk tells in time.
 */
export type FoundFolder = { readonly folder: string } & (
  | {
      readonly kind: 'organization'
      readonly record: OrganizationRecord
      readonly stamp: string
      readonly fingerprint: () => Promise<string | null>
    }
  /** Baileys' multi-file layout, as other servers keep it. */
  | {
      readonly kind: 'multi-file'
      readonly stamp: string
      readonly fingerprint: () => Promise<string | null>
    }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly stamp: string }
  /** The disk has not answered in time; `answered` resolves when it does, if ever. */
  | { readonly kind: 'silent'; readonly answered: Promise<void> }
)

/** Takes sessions over from Baileys' multi-file folders, which stay as they are until the person wants them deleted. */
export interface Importer {
  /**
   * `folder` is a name among the organizations or a path. Checks the folder's credentials and stores them as the first generation of a new organization's folder, which
   * appears whole or not at all.
   */
  adopt(folder: string, record: OrganizationRecord, claim: Claim): Promise<AdoptOutcome>
  /** Why nothing can be written below `target`; asked while the session still runs, which a wrong place must not stop. */
  exportRefusal(target: string): Promise<ExportRefusal | null>
  /** Writes a session, which nobody has open, to a new folder below `target` in Baileys' layout. */
  export(record: OrganizationRecord, target: string): Promise<ExportOutcome>
  /** Deletes what exports that a crash cut short have left, keys in plain text; says which. */
  sweepExports(): Promise<readonly string[]>
  /** Whether the folder that a session came from is there and still holds its keys. */
  holds(source: Source): Promise<boolean>
  /** Deletes what Baileys has written there of this session, and nothing else. */
  discard(source: Source): Promise<SourceOutcome>
}

export type ExportOutcome = { readonly ok: true; readonly folder: string } | ExportRefusal

export type ExportRefusal =
  /** The place lies in Enlace's own data. */
  | { readonly ok: false; readonly why: 'own-data' }
  /** It lies in another server's session. */
  | { readonly ok: false; readonly why: 'other-session' }
  | { readonly ok: false; readonly why: 'storage'; readonly cause: Cause }

/** Asked once it is known which link a folder holds, before anything is written; false where it is to be left alone. */
export type Claim = (identity: string) => boolean

export type AdoptOutcome =
  | { readonly ok: true; readonly record: OrganizationRecord }
  | { readonly ok: false; readonly why: 'unclaimed' }
  /** More lies there than any session has: it was not read. */
  | { readonly ok: false; readonly why: 'unusable' | 'too-large'; readonly reason: string }

export type WriteOutcome = { readonly ok: true } | { readonly ok: false; readonly cause: Cause }

/** Opens what one generation of an organization has stored. */
export interface StoredSessions {
  open(request: OpenRequest): Promise<OpenOutcome>
  /**
   * Builds the generation `to` from the newest good snapshot of the one in `request`: identity, registration and
   * mappings, but no ratchets, and with pre-key ids that were never used.
   */
  restore(request: OpenRequest, to: number): Promise<RestoreOutcome>
  /**
   * Brings what older versions have stored up to what this one stores, in every generation and its copies; what does
   * not open stays as it is. Says which.
   *
   * @param inUse the generation that is open, and needs it no more
   */
  bringUp(record: OrganizationRecord, inUse: number | null): Promise<readonly string[]>
}

export type RestoreOutcome =
  { readonly ok: true; readonly values: number } | { readonly ok: false; readonly cause: Cause }

export interface OpenRequest {
  readonly organizationId: string
  readonly sessionName: string
  readonly generation: number
  /** The record says that this generation holds a link: then finding nothing is damage, never a new identity. */
  readonly linked: boolean
  /** The installation that sealed it, where known. */
  readonly installation: string | null
}

export type OpenOutcome =
  | { readonly ok: true; readonly session: StoredSession }
  | {
      readonly ok: false
      readonly cause: Cause
      readonly about: About | null
      /** When the newest snapshot was made, where there is one. */
      readonly snapshotAt: Millis | null
    }

/** An open auth store and the way to connect with it. Whoever opens it closes it. */
export interface StoredSession {
  /** `blank`: no identity that WhatsApp knows; connecting will show a QR. */
  readonly contents: 'blank' | 'linked'
  /** Digits of the linked number, or null where only WhatsApp's other name for the account is known. */
  readonly number: string | null
  /** Digits of that other name (LID), or null. */
  readonly lid: string | null
  readonly snapshotAt: Millis | null
  /** What the inspection found and put right. */
  readonly findings: readonly Finding[]
  /** How many values it holds. */
  readonly values: number
  /** Makes a copy and checks it. Resolves with its time; keeps only the newest few. */
  snapshot(): Promise<Millis>
  /** Forgets the sessions with every contact and arranges for fresh pre-keys. Returns how many values it renewed. */
  renew(): number
  /**
   * Opens a socket. The caller closes one socket before it opens another.
   *
   * @param renewVersion ask for WhatsApp's present web version first, because the last one was refused
   */
  connect(renewVersion: boolean, listener: (event: SocketEvent) => void): Promise<SessionSocket>
  /** Moves everything committed into the main database file. */
  checkpoint(): void
  /** Closes the database; nothing is written after it. */
  close(): void
}

export interface SessionSocket {
  /** Frees the connection at once. No event arrives after it. */
  close(): void
  /** Makes sure that the other side is still there; a link that is dead ends within seconds. */
  check(): void
  /** Asks for the code that is typed on the phone with this number (digits); answered by a `code` or `code-refused` event. */
  requestCode(number: string): void
  /** Sends a message to the own number; answered by `test` events. */
  test(): void
  /** Has the owner's passkey confirm the link; answered by `passkey-…` events, and by `paired` at last. */
  usePasskey(way: PasskeyWay): void
  /** The person has seen the same code on the phone. */
  confirmCode(): void
  /** Sends one-time keys to WhatsApp now; answered by a `pre-keys` event. */
  sendKeys(): void
  /** Removes the link at WhatsApp. True once WhatsApp confirmed it. */
  logOut(): Promise<boolean>
}

/** Where WhatsApp's web version was learnt, from the best to the last resort. */
export type VersionSource = 'live' | 'last-good' | 'bundled'

export type SocketEvent =
  | {
      readonly type: 'qr'
      readonly text: string
      readonly lifeMs: number
      readonly index: number
      readonly of: number
    }
  /** 8 characters to type on the phone; WhatsApp knows them. */
  | { readonly type: 'code'; readonly code: string; readonly lifeMs: number }
  /** WhatsApp gives no code for this number; `status` as in HTTP, such as 429. */
  | { readonly type: 'code-refused'; readonly status: number }
  /** The phone has confirmed; the credentials are on disk. `number` and `lid` hold digits. */
  | { readonly type: 'paired'; readonly number: string | null; readonly lid: string | null }
  /** WhatsApp wants the owner's passkey before it links; `ways`: what this computer has for it, the best first. */
  | { readonly type: 'passkey-asked'; readonly ways: readonly PasskeyWay[] }
  /** WhatsApp has taken what the passkey signed: it is the phone's turn. */
  | { readonly type: 'passkey-taken' }
  /** `XXXX-XXXX`, as the phone shows it. `compare`: nothing goes on before the person has compared the two. */
  | { readonly type: 'passkey-code'; readonly code: string; readonly compare: boolean }
  /** The confirmation came to nothing; it may be tried again on this socket. */
  | { readonly type: 'passkey-trouble'; readonly why: PasskeyTrouble }
  /** WhatsApp has accepted the login; keys are being exchanged. */
  | { readonly type: 'accepted' }
  /**
   * The connection works. `number` and `lid` hold digits, or null where WhatsApp named none; `platform` as WhatsApp
   * names it.
   */
  | {
      readonly type: 'open'
      readonly number: string | null
      readonly lid: string | null
      readonly accountName: string | null
      readonly platform: string | null
    }
  /**
   * A frame arrived after `open`; sent for the first one and then sparingly, but not more seldom than pings are
   * answered. A socket on which nothing arrives for a third longer than that closes itself.
   */
  | { readonly type: 'traffic' }
  /** WhatsApp's clock, in milliseconds since 1970. */
  | { readonly type: 'server-time'; readonly time: Millis }
  /** The version this socket presents itself with. */
  | { readonly type: 'version'; readonly version: string; readonly source: VersionSource }
  /** The phone itself (device 0) gave a sign. */
  | { readonly type: 'phone-seen' }
  | { readonly type: 'message'; readonly direction: 'received' | 'sent' }
  /** WhatsApp calls the account by another LID from now on, without a new login. */
  | { readonly type: 'lid'; readonly lid: string }
  /** One-time keys left at WhatsApp; `refused`: it does not take more. */
  | { readonly type: 'pre-keys'; readonly left: number; readonly refused: boolean }
  /** What became of a test message. `refused`: WhatsApp answered, and did not take it. */
  | { readonly type: 'test'; readonly result: 'link-good' | 'phone-alive' | 'refused' | 'failed' }
  /** A message could not be read. `sender` only tells people apart, whatever they are called on the wire. */
  | { readonly type: 'decrypt-failed'; readonly id: string; readonly sender: string }
  /** A message that can be read has arrived; it may be one that could not be before. */
  | { readonly type: 'decrypted'; readonly id: string }
  /** What WhatsApp does not allow the account now, of one sort; null where that is over. */
  | {
      readonly type: 'restriction'
      readonly sort: 'time-lock' | 'chat-cap'
      readonly restriction: Restriction | null
    }
  /** So many stanzas that waited at WhatsApp are still to come; 0 once it has given all of them. */
  | { readonly type: 'queue'; readonly left: number }
  | { readonly type: 'closed'; readonly close: Close }
  /** The store refused a write; the socket has closed itself, because going on from memory loses the session. */
  | { readonly type: 'write-failed'; readonly cause: Cause }

/** How a socket ended. Codes are Baileys' `DisconnectReason` and WhatsApp's own. */
export type Close =
  | {
      readonly how: 'code'
      readonly code: number
      /** The tag of what a stream error holds instead of a number that is known. */
      readonly named?: string
      /** Until when WhatsApp says that a refusal lasts (this computer's clock), and why, in its own words. */
      readonly until?: Millis
      readonly words?: string
    }
  /** The QR codes that WhatsApp granted ran out. */
  | { readonly how: 'qr-ended' }
  /** A phone had scanned or typed a code, and what WhatsApp then sent does not fit it. */
  | { readonly how: 'pairing-failed' }
  /** The WebSocket upgrade was answered with an HTTP status. */
  | { readonly how: 'upgrade-refused'; readonly status: number }
  /** The encryption failed before WhatsApp could say anything; `code` as Node names it. */
  | { readonly how: 'tls'; readonly code: string }
  /** A proxy on the way, with the HTTP status it answered, or null where it could not be reached. */
  | { readonly how: 'proxy'; readonly status: number | null }
  /** The network answered with a page of its own: it wants a sign-in. */
  | { readonly how: 'portal' }
  /** What WhatsApp sent is too much, or nothing that can be used. */
  | { readonly how: 'unusable' }
  /** An error without a code: a defect, or credentials that do not fit together. */
  | { readonly how: 'error' }

/** What is kept of the PIN: never the PIN. */
export interface KeptPin {
  /** As the hasher made it. */
  readonly hash: string
  readonly tries: PinTries
}

/** Wrong PINs since the last right one; one that is being checked counts as wrong. */
export interface PinTries {
  readonly wrong: number
  readonly lastAt: Millis
}

export interface PinStore {
  /** Durable when it resolves; null forgets the PIN. */
  write(kept: KeptPin | null): Promise<WriteOutcome>
}

/** Slow on purpose, with a salt of its own for each PIN. */
export interface PinHasher {
  hash(pin: string): Promise<string>
  verify(pin: string, hash: string): Promise<boolean>
}

/** Technical log. `fields` never hold keys, QR texts or whole numbers. */
export interface Log {
  info(event: string, fields: LogFields): void
  warn(event: string, fields: LogFields): void
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/**
 * Remembers for some weeks what happened. It never throws and nobody waits for it: what it cannot keep on disk it
 * keeps until the program ends, and says so.
 */
export interface Journal {
  readonly trouble: JournalTrouble | null
  /** Adds an entry; it is on disk within a second or so. */
  note(entry: JournalEntry): void
  /** The program still runs. */
  beat(at: Millis): void
  /**
   * The entries of an organization and the program's own, in the order in which they were noted, from the state that
   * held at `since` on.
   */
  read(organizationId: string, since: Millis): readonly JournalEntry[]
  /** Writes what is left, and closes. */
  end(): void
}

/** The times come from this computer's clock, which may be set back: the order is the order of noting. */
export type JournalEntry = { readonly at: Millis } & (
  | StateEntry
  | { readonly kind: 'happening'; readonly organizationId: string; readonly happening: Happening }
  /** Where a run did not end, the journal adds `lost` before the next `opened`, at the last sign of life. */
  | { readonly kind: 'program'; readonly what: 'opened' | Ending }
)

/** From now on an organization shows this. `number` holds the digits of the number that is linked. */
export interface StateEntry {
  readonly kind: 'state'
  readonly organizationId: string
  readonly state: ShownState
  readonly cause: Cause | null
  readonly number: string | null
}
