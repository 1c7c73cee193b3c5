import { failure, ok, type Result } from '../../contract/result.ts'
import { afterWrong, FREE_TRIES, NO_TRIES, onPresentClock, waitsUntil } from './pin-tries.ts'
import type { Clock, KeptPin, PinHasher, PinStore } from '../ports.ts'

export interface PinPorts {
  readonly clock: Clock
  readonly store: PinStore
  readonly hasher: PinHasher
}

/**
 * Asks for the PIN, where there is one. Each try is on disk before it is answered, so that ending the program takes
 * no try back; tries wait for each other, so that none slips past the count.
 */
export class PinGuard {
  readonly #ports: PinPorts
  #kept: KeptPin | null
  #last: Promise<unknown> = Promise.resolve()

  /** @param kept what was on disk at the start */
  constructor(ports: PinPorts, kept: KeptPin | null) {
    this.#ports = ports
    this.#kept = kept
  }

  get isSet(): boolean {
    return this.#kept !== null
  }

  /**
   * Whether what needs the PIN may be done, this once.
   *
   * @param pin as typed, or null where nobody was asked yet
   */
  check(pin: string | null): Promise<Result<null>> {
    return this.#inTurn(() => this.#check(pin))
  }

  /** Sets or changes the PIN; null turns it off. Whoever calls this has checked the one before. */
  set(pin: string | null): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const { hasher } = this.#ports
      return this.#keep(pin === null ? null : { hash: await hasher.hash(pin), tries: NO_TRIES })
    })
  }

  async #check(pin: string | null): Promise<Result<null>> {
    const kept = this.#kept
    if (kept === null) return ok(null)
    const at = this.#ports.clock.now()
    const tries = onPresentClock(kept.tries, at)
    this.#kept = { ...kept, tries }
    const until = waitsUntil(tries, at)
    if (until !== null) return failure('pin-wait', { until: String(until) })
    if (pin === null) return failure('pin-required')

    const counted = await this.#keep({ ...kept, tries: afterWrong(tries, at) })
    if (!counted.ok) return counted
    if (!(await this.#ports.hasher.verify(pin, kept.hash))) return this.#refuse()
    // Where this cannot be written, the disk counts one try too many until the next right PIN.
    this.#kept = { ...kept, tries: NO_TRIES }
    await this.#ports.store.write(this.#kept)
    return ok(null)
  }

  #refuse(): Result<null> {
    const tries = this.#kept?.tries ?? NO_TRIES
    const until = waitsUntil(tries, this.#ports.clock.now())
    return until === null
      ? failure('pin-wrong', { left: String(FREE_TRIES - tries.wrong) })
      : failure('pin-wait', { until: String(until) })
  }

  async #keep(next: KeptPin | null): Promise<Result<null>> {
    const outcome = await this.#ports.store.write(next)
    if (!outcome.ok) return failure('storage', { cause: outcome.cause.code })
    this.#kept = next
    return ok(null)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => {})
    return turn
  }
}
