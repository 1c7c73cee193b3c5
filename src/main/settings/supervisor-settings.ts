import { type Preferences, QUARANTINE_DAYS } from '../../contract/preferences.ts'
import type { SupervisorSettings } from '../../engine/keeping/supervisor.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What the engine is told of the preferences.
 *
 * @param keepsLongest it is not known for how long the person wants things kept: nothing goes before the longest time
 *   that can be chosen
 */
export function supervisorSettings(preferences: Preferences, keepsLongest: boolean): SupervisorSettings {
  const { sessionPrefix, snapshotDays, quarantineDays, cleanAfterDays } = preferences
  return {
    sessionPrefix,
    snapshotMs: snapshotDays * DAY_MS,
    quarantineMs: (keepsLongest ? Math.max(...QUARANTINE_DAYS) : quarantineDays) * DAY_MS,
    cleanAfterMs: cleanAfterDays === null ? null : cleanAfterDays * DAY_MS,
  }
}
