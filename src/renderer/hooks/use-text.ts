import type { Language } from '../../contract/preferences.ts'
import type { Text } from '../../text/es/text.ts'
import { chooseLanguage, textIn } from '../../text/text.ts'
import { useEnlace } from '../store.ts'

/** The language main chose; before main has answered, the one the window would choose by itself. */
export function useLanguage(): Language {
  return useEnlace(({ settings }) => settings?.language) ?? chooseLanguage(navigator.languages)
}

export function useText(): Text {
  return textIn(useLanguage())
}
