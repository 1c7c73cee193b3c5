/** Who runs which number: two sessions on one number would replace each other for ever. First come, first served. */
export class Claims<T extends object> {
  readonly #holders = new Map<string, T>()

  /** Claims the number, and says who else holds it already. */
  claim(number: string, who: T): T | null {
    const holder = this.#holders.get(number)
    if (holder !== undefined && holder !== who) return holder
    this.#holders.set(number, who)
    return null
  }

  release(who: T): void {
    for (const [number, holder] of this.#holders) {
      if (holder === who) this.#holders.delete(number)
    }
  }
}
