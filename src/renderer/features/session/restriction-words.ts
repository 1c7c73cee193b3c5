import type { Language } from '../../../contract/preferences.ts'
import type { Restriction } from '../../../contract/restriction.ts'
import type { Text } from '../../../text/es/text.ts'
import { dayAndTime } from '../../../text/times.ts'

/** What WhatsApp does not allow, and until when: two sentences. */
export function restrictionWords(
  { kind, until }: Restriction,
  text: Text,
  language: Language,
): { readonly kind: string; readonly until: string } {
  const { restriction } = text
  return {
    kind: restriction.kind[kind],
    until: until === null ? restriction.endUnknown : restriction.until(dayAndTime(language, until)),
  }
}
