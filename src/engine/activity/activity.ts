import type { Activity, ActivityRange } from '../../contract/activity.ts'
import type { Millis } from '../../contract/session-view.ts'
import { eventsOf } from './activity-events.ts'
import { availabilityOf } from './availability.ts'
import type { Journal } from '../ports.ts'
import { stripOf } from './strip.ts'
import { steadied, timeline } from './timeline.ts'

const HOUR_MS = 60 * 60 * 1000
const LENGTHS: Readonly<Record<ActivityRange, Millis>> = {
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
}

/**
 * What an organization went through until `now`.
 *
 * @param most how many events, counted from the newest
 */
export function activityOf(
  journal: Journal,
  organizationId: string,
  range: ActivityRange,
  most: number,
  now: Millis,
): Activity {
  const from = now - LENGTHS[range]
  const entries = steadied(journal.read(organizationId, from), now)
  const spans = timeline(entries, from, now)
  const events = eventsOf(entries, from)
  return {
    from,
    to: now,
    strip: stripOf(spans),
    availability: availabilityOf(spans),
    events: events.slice(-most).toReversed(),
    more: events.length > most,
    trouble: journal.trouble,
  }
}
