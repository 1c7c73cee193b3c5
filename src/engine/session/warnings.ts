import type { Millis, Warning } from '../../contract/session-view.ts'
import { healthWarnings, queueStands } from '../health/health.ts'
import { RESTORE_TRIES } from './policy.ts'
import { restrictionWarnings } from '../health/restrictions.ts'
import { patienceOf, type Session } from './session.ts'

/** Everything that is wrong beside the status. */
export function warningsOf(session: Session, at: Millis): readonly Warning[] {
  const { health, record, retry, settings } = session
  const isCause = session.phase.kind === 'attention' && session.phase.cause.code === 'removed-while-limited'
  const warnings = [
    // Where it is the cause, the card says it.
    ...(isCause ? [] : restrictionWarnings(record, at)),
    ...healthWarnings(health, record, patienceOf(settings), at),
  ]
  if (session.phase.kind === 'online' && queueStands(health, at)) {
    warnings.push({ code: 'queue-withheld', action: 'verify' })
  }
  if (session.unconfirmed) warnings.push({ code: 'log-out-failed', action: 'log-out' })
  const neverBack =
    session.phase.kind !== 'online' &&
    retry !== null &&
    retry.before === null &&
    // Where the person is told by the cause, it need not be said twice.
    !retry.told &&
    retry.attempt >= RESTORE_TRIES
  return neverBack && record.linked ? [...warnings, { code: 'not-restored', action: null }] : warnings
}
