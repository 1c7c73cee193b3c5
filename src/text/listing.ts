import type { Language } from '../contract/preferences.ts'

/** Names in a row, as people write them: `Óptica, Panadería y Taller`. */
export function listing(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language).format(names)
}
