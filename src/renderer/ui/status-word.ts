import type { SessionView } from '../../contract/session-view.ts'
import type { Text } from '../../text/es.ts'

/** The word beside the light. */
export function statusWord(session: SessionView, text: Text): string {
  return session.status === 'starting' ? text.activity[session.activity] : text.status[session.status]
}
