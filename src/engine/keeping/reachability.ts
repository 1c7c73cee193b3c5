import type { Clock, Network } from '../ports.ts'

const OFTEN_MS = 1_000
const SELDOM_MS = 5_000
/** After so many knocks in vain the outage is a long one. */
const PATIENCE = 120

/**
 * Knocks at the server's door for all sessions that wait for it, so that they need not try themselves: an outage
 * costs few attempts, and its end is noticed within a second.
 */
export class Reachability {
  readonly #clock: Clock
  readonly #network: Network
  readonly #anybodyWaits: () => boolean
  readonly #onReturn: () => void
  #knocking = false
  #ended = false

  /** @param onReturn called when the server answers again after it had not */
  constructor(clock: Clock, network: Network, anybodyWaits: () => boolean, onReturn: () => void) {
    this.#clock = clock
    this.#network = network
    this.#anybodyWaits = anybodyWaits
    this.#onReturn = onReturn
  }

  /** Starts knocking if somebody waits; stops by itself when nobody does. */
  watch(): void {
    if (this.#knocking || this.#ended || !this.#anybodyWaits()) return
    this.#knocking = true
    void this.#knock().finally(() => {
      this.#knocking = false
    })
  }

  end(): void {
    this.#ended = true
  }

  async #knock(): Promise<void> {
    for (let failures = 0; this.#anybodyWaits() && !this.#ended;) {
      const knockedAt = this.#clock.now()
      if (await this.#network.reachable()) {
        if (failures > 0) this.#onReturn()
        failures = 0
      } else {
        failures += 1
      }
      const every = failures > 0 && failures < PATIENCE ? OFTEN_MS : SELDOM_MS
      // A knock into silence has taken its time already: the next one follows at once.
      const waited = Math.max(0, this.#clock.now() - knockedAt)
      const pause = Math.max(0, every - waited)
      await new Promise<void>((resolve) => this.#clock.wake(this.#clock.now() + pause, resolve))
    }
  }
}
