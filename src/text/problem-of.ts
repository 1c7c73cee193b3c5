import type { Cause } from '../contract/cause.ts'
import type { ProblemText } from './es/problems.ts'
import type { Text } from './es/text.ts'

/** What happened, why, and what to do about it: of a passkey that could not confirm, by what it came to. */
export function problemOf(cause: Cause, text: Text): ProblemText {
  const words = text.causes[cause.code]
  return cause.passkey === undefined ? words : { ...words, ...text.passkey.ends[cause.passkey] }
}
