import type { Activity, ActivityRange } from '../../../contract/activity.ts'
import type { Result } from '../../../contract/result.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { readActivity } from '../../store.ts'
import { changesOf } from './changes-of.ts'

/**
 * What an organization went through, read again whenever something happens to it; null until it has first been read.
 *
 * @param most how many events, from the newest
 */
export function useActivity(
  organization: OrganizationView,
  range: ActivityRange,
  most: number,
): Result<Activity> | null {
  const { id } = organization
  return useAnswer(() => readActivity(id, range, most), `${id} ${range} ${most} ${changesOf(organization)}`)
}
