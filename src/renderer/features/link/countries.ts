import type { Language } from '../../../contract/preferences.ts'
import { COUNTRIES } from '../../../text/typed-number.ts'

export interface Country {
  /** Two letters. */
  readonly code: string
  readonly name: string
}

const LISTS = new Map<Language, readonly Country[]>()

/** Every country that has numbers, by its name in a language, in that language's order. */
export function countriesIn(language: Language): readonly Country[] {
  const known = LISTS.get(language)
  if (known) return known
  const { compare } = new Intl.Collator(language)
  const list = COUNTRIES.map((code) => ({ code, name: countryName(code, language) })).toSorted((one, other) =>
    compare(one.name, other.name),
  )
  LISTS.set(language, list)
  return list
}

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}
