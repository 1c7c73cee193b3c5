import type { Language } from '../../contract/preferences.ts'
import { enGuide } from '../en/guide.ts'
import { esGuide } from '../es/guide.ts'
import type { Guide } from '../guide-shape.ts'
import { ptGuide } from '../pt/guide.ts'

const GUIDES: Readonly<Record<Language, Guide>> = { es: esGuide, en: enGuide, pt: ptGuide }

export function guideIn(language: Language): Guide {
  return GUIDES[language]
}
