import type { Language } from '../../../contract/preferences.ts'
import type { Restriction } from '../../../contract/restriction.ts'
import type { Text } from '../../../text/es/text.ts'
import { dateAndTime, ended } from '../../../text/format.ts'

/** What WhatsApp does not allow, and until when: two sentences. */
export function restrictionWords(
  { kind, until }: Restriction,
  text: Text,
  language: Language,
): { readonly kind: string; readonly until: string } {
  const { limits } = text
  return {
    kind: limits.kind[kind],
    until: until === null ? limits.endUnknown : ended(limits.until(dateAndTime(language, until))),
  }
}
