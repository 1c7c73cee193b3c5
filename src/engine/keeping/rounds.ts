import type { Millis } from '../../contract/session-view.ts'
import type { Clock, Log } from '../ports.ts'

/** What runs goes first; then it is looked what else has come into the folders while Enlace did not run. */
const FIRST_MS = 5_000

/** Does the same again and again, one after the other, with a pause between. */
export class Rounds {
  readonly #clock: Clock
  readonly #log: Log
  readonly #round: () => Promise<void>
  #every: Millis | null = null
  #hasBegun = false
  #hasEnded = false
  #cancel: () => void = () => {}

  constructor(clock: Clock, log: Log, round: () => Promise<void>) {
    this.#clock = clock
    this.#log = log
    this.#round = round
  }

  /** One, now. @throws what it throws */
  async now(): Promise<void> {
    this.#hasBegun = true
    await this.#round()
  }

  /** With pauses so long, but the first one soon; null stops it. */
  every(pause: Millis | null): void {
    this.#cancel()
    this.#every = pause
    if (pause === null || this.#hasEnded) return
    const wait = this.#hasBegun ? pause : Math.min(pause, FIRST_MS)
    this.#cancel = this.#clock.wake(this.#clock.now() + wait, () => {
      void this.now()
        .catch((error: unknown) => this.#log.warn('check failed', { error: String(error) }))
        .finally(() => this.every(this.#every))
    })
  }

  end(): void {
    this.#hasEnded = true
    this.#cancel()
  }
}
