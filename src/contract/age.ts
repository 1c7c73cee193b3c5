import type { Millis } from './session-view.ts'

/**
 * How long ago something was, in milliseconds, or null where that is not known. A time ahead of now was written by a
 * clock that has been put right since, or is read by one that is wrong: it says nothing, and above all not *just now*.
 *
 * @param since null where it never was
 */
export function ageOf(since: Millis | null, at: Millis): Millis | null {
  return since === null || since > at ? null : at - since
}

/** Whether what is done every so often is due: so it is where nobody knows when it last was. */
export function isDue(last: Millis | null, every: Millis, at: Millis): boolean {
  const age = ageOf(last, at)
  return age === null || age >= every
}

/** Whether something was less than so long ago; what is not known was not. */
export function isRecent(since: Millis | null, within: Millis, at: Millis): boolean {
  const age = ageOf(since, at)
  return age !== null && age < within
}
