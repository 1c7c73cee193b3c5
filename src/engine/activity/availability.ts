import type { Availability, Light } from '../../contract/activity.ts'
import type { Millis } from '../../contract/session-view.ts'
import type { Span } from './timeline.ts'

/**
 * How much of the time in which a session was wanted it was online. While Enlace is closed nobody wants anything: that
 * time counts for neither, and is told apart.
 */
export function availabilityOf(spans: readonly Span[]): Availability {
  const totals: Record<Light, Millis> = { online: 0, working: 0, attention: 0, off: 0, closed: 0, unknown: 0 }
  let wanted = 0
  let interruptions = 0
  let longest = 0
  let down = 0
  for (const { from, to, light, wanted: isWanted } of spans) {
    const length = to - from
    totals[light] += length
    if (isWanted) wanted += length
    if (isWanted && light !== 'online') {
      if (down === 0) interruptions += 1
      down += length
      longest = Math.max(longest, down)
    } else if (light !== 'closed') {
      down = 0
    }
  }
  return { share: wanted === 0 ? null : totals.online / wanted, interruptions, longest, totals }
}
