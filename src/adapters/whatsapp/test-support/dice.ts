/** Chance that can be had again: the same seed gives the same throws. */
export class Dice {
  #state: number

  /** @param seed a whole number */
  constructor(seed: number) {
    this.#state = seed
  }

  /** A number in [0, 1), by mulberry32. */
  throw(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.throw() * end)
  }

  chance(probability: number): boolean {
    return this.throw() < probability
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
}
