/**
 * Lets only a few sessions start at a time, in the order they asked. Connecting costs key generation and a login;
 * two hundred at once would freeze the window (measured: 50 at once stall the loop for up to 286 ms).
 */
export class Turns {
  readonly #limit: number
  readonly #holders = new Set<object>()
  readonly #queue = new Map<object, () => void>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Calls `granted` when it is `who`'s turn, never before this call has returned. Asking again replaces the call. */
  request(who: object, granted: () => void): void {
    this.#holders.delete(who)
    this.#queue.delete(who)
    this.#queue.set(who, granted)
    void Promise.resolve().then(() => this.#grant())
  }

  /** Gives the turn back, or leaves the queue; harmless for those who have neither. */
  release(who: object): void {
    this.#queue.delete(who)
    if (this.#holders.delete(who)) this.#grant()
  }

  #grant(): void {
    for (const [who, granted] of this.#queue) {
      if (this.#holders.size >= this.#limit) return
      this.#queue.delete(who)
      this.#holders.add(who)
      granted()
    }
  }
}
