import type { Millis } from '../../contract/session-view.ts'
import type { Clock } from '../ports.ts'

const LOOK_EVERY_MS = 10_000
/** Less is the system keeping its clock right, and some systems count how long they have run in whole seconds. */
const SET_MS = 3_000

/** Notices that somebody, or the network, has set the computer's clock: then it has moved against the uptime. */
export class ClockWatch {
  readonly #clock: Clock
  readonly #onSet: () => void
  #start: Millis = 0
  #cancel: () => void = () => {}

  constructor(clock: Clock, onSet: () => void) {
    this.#clock = clock
    this.#onSet = onSet
  }

  begin(): void {
    this.#start = this.#startOfComputer()
    this.#wait()
  }

  end(): void {
    this.#cancel()
  }

  #wait(): void {
    this.#cancel()
    this.#cancel = this.#clock.wake(this.#clock.now() + LOOK_EVERY_MS, () => {
      this.#wait()
      const start = this.#startOfComputer()
      if (Math.abs(start - this.#start) < SET_MS) return
      this.#start = start
      this.#onSet()
    })
  }

  /** When the computer was started, by its clock: it stays the same until that is set. */
  #startOfComputer(): Millis {
    return this.#clock.now() - this.#clock.uptime()
  }
}
