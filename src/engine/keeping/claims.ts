import { canonicalNumber } from '../account-number.ts'
import type { Account } from '../account.ts'

/** Who runs which account: two sessions on one would replace each other for ever. First come, first served. */
export class Claims<T extends object> {
  readonly #holders = new Map<string, T>()
  readonly #names = new Map<T, ReadonlySet<string>>()

  /** Claims an account under all its names, and says who else holds one of them already. */
  claim(names: readonly string[], who: T): T | null {
    for (const name of names) {
      const holder = this.#holders.get(name)
      if (holder !== undefined && holder !== who) return holder
    }
    for (const name of names) this.#holders.set(name, who)
    this.#names.set(who, new Set([...(this.#names.get(who) ?? []), ...names]))
    return null
  }

  release(who: T): void {
    for (const name of this.#names.get(who) ?? []) this.#holders.delete(name)
    this.#names.delete(who)
  }
}

/** What an account is claimed under: the one form of its number, and its LID, which is one under every form of the number. */
export function namesOf({ number, lid }: Account): readonly string[] {
  return [...(number === null ? [] : [canonicalNumber(number)]), ...(lid === null ? [] : [`${lid}@lid`])]
}
