import type { Language, Preferences } from '../contract/preferences.ts'
import { en } from './en/text.ts'
import { es, type Text } from './es/text.ts'
import { isolating } from './inserted/isolated.ts'
import { pt } from './pt/text.ts'

const TEXTS: Readonly<Record<Language, Text>> = {
  es: isolating(es),
  en: isolating(en),
  pt: isolating(pt),
}

/** The sentences of a language; what they are filled with never turns them around. */
export function textIn(language: Language): Text {
  return TEXTS[language]
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(TEXTS, tag)
}

/** The first of the system's languages (BCP 47 tags, most wanted first) that Enlace speaks; English for everyone else. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/)[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** The language in force: the one a person chose, or the system's. */
export function languageOf({ language }: Pick<Preferences, 'language'>, system: Language): Language {
  return language === 'system' ? system : language
}
