import type { Language } from '../contract/preferences.ts'

/** Each language in its own words, so that whoever chose the wrong one finds the way back. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  es: 'Español',
  en: 'English',
  pt: 'Português',
}
