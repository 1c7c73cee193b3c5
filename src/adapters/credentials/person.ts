import { jidDecode } from '@whiskeysockets/baileys'
import { lidOf, lidOfNumber, type Mappings, numberOf } from './own-account.ts'

/**
 * Who wrote: one name for a person, whether they are called by number or by LID, and whichever of their devices it
 * was. It only tells people apart and is never shown.
 *
 * @param author the device's jid, in a group the participant's
 * @param other the person's other name, where the envelope says it
 */
export function personOf(author: string, other: string | undefined, mappings: Mappings): string {
  const lid = lidOf(author) ?? lidOf(other)
  if (lid !== null) return `${lid}@lid`
  const number = numberOf(author) ?? numberOf(other)
  if (number === null) return jidDecode(author)?.user ?? author
  const known = lidOfNumber(mappings, number)
  return known === null ? number : `${known}@lid`
}
