/**
 * Lets only a few sessions start at a time, in the order they asked; those that a person waits for go first.
 * Connecting costs key generation and a login; two hundred at once would freeze the window (measured: 50 at once
 * stall the loop for up to 286 ms).
 */
export class Turns {
  readonly #limit: number
  readonly #holders = new Set<object>()
  readonly #urgent = new Map<object, () => void>()
  readonly #patient = new Map<object, () => void>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Calls `granted` when it is `who`'s turn, never before this call has returned. Asking again replaces the call. */
  request(who: object, urgent: boolean, granted: () => void): void {
    this.#holders.delete(who)
    this.#forget(who)
    const queue = urgent ? this.#urgent : this.#patient
    queue.set(who, granted)
    void Promise.resolve().then(() => this.#grant())
  }

  /** Gives the turn back, or leaves the queue; harmless for those who have neither. */
  release(who: object): void {
    this.#forget(who)
    if (this.#holders.delete(who)) this.#grant()
  }

  #grant(): void {
    for (const queue of [this.#urgent, this.#patient]) {
      for (const [who, granted] of queue) {
        if (this.#holders.size >= this.#limit) return
        queue.delete(who)
        this.#holders.add(who)
        granted()
      }
    }
  }

  #forget(who: object): void {
    this.#urgent.delete(who)
    this.#patient.delete(who)
  }
}
