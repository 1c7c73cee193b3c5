import type { Simulator } from '../../../simulator/server.ts'
import type { Pair } from './mischief.ts'
import type { Shop } from '../../test-support/shop.ts'

const LOOK_EVERY_MS = 100
/** A phone has four places; one is kept free for the next link. */
const PLACES = 3

/** Somebody who stands beside the screen and scans whatever appears on it, with the phone it belongs to. */
export class Scanner {
  readonly #simulator: Simulator
  readonly #shop: Shop
  readonly #pairs: readonly Pair[]
  readonly #looking: NodeJS.Timeout
  readonly #scanned = new Set<string>()
  readonly #scans = new Set<Promise<void>>()

  constructor(simulator: Simulator, shop: Shop, pairs: readonly Pair[]) {
    this.#simulator = simulator
    this.#shop = shop
    this.#pairs = pairs
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS)
  }

  async end(): Promise<void> {
    clearInterval(this.#looking)
    await Promise.all(this.#scans)
  }

  #look(): void {
    if (!this.#shop.isOpen) return
    for (const pair of this.#pairs) {
      const qr = this.#shop.supervisor.find(pair.id)?.qrText ?? null
      if (qr === null || this.#scanned.has(qr)) continue
      this.#scanned.add(qr)
      this.#scan(pair, qr)
    }
  }

  #scan({ number, blame }: Pair, qr: string): void {
    const phone = this.#simulator.phone(number)
    for (const { id } of phone.linkedDevices().slice(0, -PLACES)) {
      phone.unlink(id)
      blame.add('unlinked-from-phone')
    }
    const scan = phone
      .scan(qr)
      .catch(() => {
        // The code has gone from the screen meanwhile, and the next one is scanned; or the connection broke before
        // WhatsApp heard the client's answer, which then believes in a link that nobody else knows.
        blame.add('unlinked-from-phone')
      })
      .finally(() => this.#scans.delete(scan))
    this.#scans.add(scan)
  }
}
