/**
 * How far a connection has come. `handshake` lasts until the server knows who the client is and has answered;
 * `ending`: the server has said goodbye and waits for the TCP link to close.
 */
export type ConnectionState = 'handshake' | 'unlinked' | 'online' | 'ending'

/** One open connection as a test or a panel may see it. */
export interface ConnectionInfo {
  readonly id: number
  /** Milliseconds since the epoch. */
  readonly openedAt: number
  readonly state: ConnectionState
  /** The client's static Noise key in base64, once it has revealed it. It names an unlinked client. */
  readonly noiseKey: string | undefined
  /** The JID of the linked device, once it has logged in. */
  readonly device: string | undefined
  /** The WhatsApp version the client claims, such as `2.3000.1043857760`. */
  readonly version: string | undefined
}

/** One WebSocket upgrade a client asked for. */
export interface ConnectionAttempt {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The HTTP status it was answered with: 101 is accepted, 0 is no answer at all (the link was cut). */
  readonly status: number
}

/** What the server knows of its connections, live and past. An identity is a device JID or a Noise key. */
export interface Connections {
  live(): readonly ConnectionInfo[]
  /** Every upgrade asked for, refused ones included, oldest first (the last 100,000). */
  attempts(): readonly ConnectionAttempt[]
  /** How many connections of an identity are open at this moment. */
  open(identity: string): number
  /** The most connections of an identity that were ever open at the same time. */
  peak(identity: string): number
  /** {@link peak} of every identity ever seen. */
  peaks(): ReadonlyMap<string, number>
}

const ATTEMPTS_KEPT = 100_000

/** Counts connections; {@link Connections} is its public half. */
export class ConnectionBook implements Connections {
  readonly #live = new Map<number, { info: ConnectionInfo; identities: Set<string> }>()
  readonly #open = new Map<string, number>()
  readonly #peaks = new Map<string, number>()
  #attempts: ConnectionAttempt[] = []
  #lastId = 0

  attempt(at: number, status: number): void {
    this.#attempts.push({ at, status })
    if (this.#attempts.length > ATTEMPTS_KEPT) this.#attempts = this.#attempts.slice(-ATTEMPTS_KEPT / 2)
  }

  /** Enters an accepted connection and gives it its id. */
  enter(openedAt: number): number {
    const id = ++this.#lastId
    const info = { id, openedAt, state: 'handshake', noiseKey: undefined, device: undefined } as const
    this.#live.set(id, { info: { ...info, version: undefined }, identities: new Set() })
    return id
  }

  /** Notes what became known of a connection; a Noise key and a device are counted as identities. */
  note(id: number, facts: Partial<Omit<ConnectionInfo, 'id' | 'openedAt'>>): void {
    const entry = this.#live.get(id)
    if (!entry) return
    entry.info = { ...entry.info, ...facts }
    for (const identity of [facts.noiseKey, facts.device]) {
      if (identity === undefined || entry.identities.has(identity)) continue
      entry.identities.add(identity)
      const open = this.open(identity) + 1
      this.#open.set(identity, open)
      this.#peaks.set(identity, Math.max(open, this.peak(identity)))
    }
  }

  leave(id: number): void {
    const entry = this.#live.get(id)
    if (!entry) return
    this.#live.delete(id)
    for (const identity of entry.identities) this.#open.set(identity, this.open(identity) - 1)
  }

  live(): readonly ConnectionInfo[] {
    return [...this.#live.values()].map(({ info }) => info)
  }

  attempts(): readonly ConnectionAttempt[] {
    return this.#attempts
  }

  open(identity: string): number {
    return this.#open.get(identity) ?? 0
  }

  peak(identity: string): number {
    return this.#peaks.get(identity) ?? 0
  }

  peaks(): ReadonlyMap<string, number> {
    return this.#peaks
  }
}
