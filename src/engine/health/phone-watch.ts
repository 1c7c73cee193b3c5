import type { Millis } from '../../contract/session-view.ts'
import { ageOf } from '../../contract/age.ts'

/**
 * Since when this computer has been there to see the phone. A night off is no gap: what the phone does meanwhile waits
 * at WhatsApp and is delivered at the next login. After days off nobody can say where the phone was.
 */
export interface PhoneWatch {
  /** Null where it goes back further than the phone's last sign. */
  readonly since: Millis | null
  /** When the connection last showed that it works. */
  readonly lastSign: Millis | null
}

const DAY = 24 * 60 * 60 * 1000
/** More than a weekend. */
const DAYS_OFF = 3 * DAY

/** Whether a session that works now was away for days, or for nobody knows how long; a new one was, too. */
export function wasAway(lastSign: Millis | null, at: Millis): boolean {
  const away = ageOf(lastSign, at)
  return away === null || away > DAYS_OFF
}

/** The connection works. After days off, and where the clock was set by days, the count begins anew. */
export function watching(watch: PhoneWatch, phoneSeen: Millis | null, at: Millis): PhoneWatch {
  const { since, lastSign } = watch
  // What is ahead of now was noted by a clock that has been put right: it would never become old.
  const blind = ageOf(phoneSeen, at) === null && ageOf(since, at) === null
  const away = lastSign !== null && wasAway(lastSign, at)
  return { since: blind || away ? at : since, lastSign: at }
}

/** For how long the phone gave no sign while there was somebody to see it; null where that is not known. */
export function phoneUnseenFor({ since, lastSign }: PhoneWatch, phoneSeen: Millis | null): Millis | null {
  if (lastSign === null) return null
  const ages = [ageOf(phoneSeen, lastSign), ageOf(since, lastSign)].filter((age) => age !== null)
  return ages.length === 0 ? null : Math.min(...ages)
}
