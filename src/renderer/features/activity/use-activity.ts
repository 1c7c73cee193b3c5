import { useEffect, useState } from 'react'
import type { Activity, ActivityRange } from '../../../contract/activity.ts'
import type { Result } from '../../../contract/result.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
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
  const changes = changesOf(organization)
  const [answer, setAnswer] = useState<Result<Activity> | null>(null)
  useEffect(() => {
    const life = { over: false }
    void readActivity(id, range, most).then((read) => {
      if (!life.over) setAnswer(read)
    })
    return () => {
      life.over = true
    }
  }, [id, range, most, changes])
  return answer
}
