import { moment, momentInWords } from '../../text/format.ts'
import { useNow } from './use-now.ts'
import { useLanguage, useText } from './use-text.ts'

/** A moment in few words: `hoy, 8:00`. */
export function useWhen(at: number): string {
  return momentInWords(moment(useLanguage(), at, useNow()), useText().when)
}
