/** What WhatsApp does not let an account do for a while. Times are milliseconds since the epoch. */
export interface Limits {
  timeLock: TimeLock | null
  /** Until when the new chats of this period are used up; null while they are not. */
  cappedUntil: number | null
}

/** No new chats; those that are there go on. */
export interface TimeLock {
  /** WhatsApp's word, such as `DEFAULT`, `BIZ_QUALITY`, `WEB_COMPANION_ONLY`, `BIZ_COMMERCE_VIOLATION_ALCOHOL`. */
  readonly type: string
  readonly until: number
}

/** As WhatsApp writes it down. */
export function timeLockJson(lock: TimeLock | null): object {
  return lock
    ? { is_active: true, time_enforcement_ends: unixSeconds(lock.until), enforcement_type: lock.type }
    : { is_active: false }
}

/** As WhatsApp writes it down. */
export function chatCapJson(until: number | null): object {
  return until === null
    ? { capping_status: 'NONE' }
    : { capping_status: 'CAPPED', total_quota: 10, used_quota: 10, cycle_end_timestamp: unixSeconds(until) }
}

function unixSeconds(time: number): string {
  return String(Math.floor(time / 1000))
}
