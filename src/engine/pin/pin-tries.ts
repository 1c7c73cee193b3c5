import type { Millis } from '../../contract/session-view.ts'
import type { PinTries } from '../ports.ts'

/** How many wrong PINs may be typed before the first wait. */
export const FREE_TRIES = 5
const FIRST_WAIT_MS = 30 * 1000
const LONGEST_WAIT_MS = 15 * 60 * 1000

export const NO_TRIES: PinTries = { wrong: 0, lastAt: 0 }

/** How long nobody may try after so many wrong PINs in a row: doubled with each, up to a quarter of an hour. */
export function waitAfter(wrong: number): Millis {
  return wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS)
}

/** When the next PIN may be tried, where that is not now. */
export function waitsUntil({ wrong, lastAt }: PinTries, at: Millis): Millis | null {
  const until = lastAt + waitAfter(wrong)
  return at < until ? until : null
}

/** One more wrong PIN. */
export function afterWrong({ wrong }: PinTries, at: Millis): PinTries {
  return { wrong: wrong + 1, lastAt: at }
}

/** After the clock was set back the wait begins anew: it can be neither skipped nor made longer that way. */
export function onPresentClock(tries: PinTries, at: Millis): PinTries {
  return tries.lastAt > at ? { ...tries, lastAt: at } : tries
}
