import { sameNumber } from './account-number.ts'

/** An account as far as it is known: digits of its number, and of the name WhatsApp gives it instead (its LID). */
export interface Account {
  readonly number: string | null
  readonly lid: string | null
}

/**
 * - `same`: nothing speaks against it.
 * - `number-changed`: the account that was here before, under another number.
 * - `another-number`: somebody else's, under another number.
 * - `another-account`: somebody else's, although the number is the one that is known.
 */
export type Comparison = 'same' | 'number-changed' | 'another-number' | 'another-account'

/**
 * Whether the account that has logged in is the one that was linked before. The LID stays with an account for as long
 * as it lives, a number can be given to another: where both LIDs are known, they decide.
 */
export function compareAccounts(known: Account, found: Account): Comparison {
  const otherNumber =
    known.number !== null && found.number !== null && !sameNumber(known.number, found.number)
  if (known.lid === null || found.lid === null) return otherNumber ? 'another-number' : 'same'
  if (known.lid === found.lid) return otherNumber ? 'number-changed' : 'same'
  return otherNumber ? 'another-number' : 'another-account'
}

/** What is known of an account after a login; what WhatsApp did not name stays, where it still is the same one's. */
export function learnt(known: Account, found: Account): Account {
  return { number: found.number ?? known.number, lid: found.lid ?? known.lid }
}
