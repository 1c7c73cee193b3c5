import { type Language, LANGUAGES } from '../contract/commands.ts'

/** The first of the system's languages that Enlace speaks; English for everyone else. */
export function languageFor(locales: readonly string[]): Language {
  for (const locale of locales) {
    const spoken = LANGUAGES.find((language) => locale.toLowerCase().split(/[-_]/)[0] === language)
    if (spoken) return spoken
  }
  return 'en'
}
