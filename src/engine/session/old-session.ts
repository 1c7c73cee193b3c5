import type { Notice } from '../../contract/commands.ts'
import type { Millis } from '../../contract/session-view.ts'
import { ageOf } from '../../contract/age.ts'
import type { OrganizationRecord } from '../record.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A session that has not been used for longer than the person allows: proposed for cleaning, never cleaned. */
export function oldSession(
  record: OrganizationRecord,
  at: Millis,
  cleanAfterMs: Millis | null,
): Extract<Notice, { code: 'old-session' }> | null {
  const unused = ageOf(record.usedAt ?? record.createdAt, at)
  if (cleanAfterMs === null || unused === null || unused < cleanAfterMs) return null
  const { id: organizationId, name } = record
  return { code: 'old-session', organizationId, name, days: Math.floor(unused / DAY_MS) }
}
