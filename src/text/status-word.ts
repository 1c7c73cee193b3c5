import type { SessionView } from '../contract/session-view.ts'
import type { Text } from './es/text.ts'

/** The word beside the light. */
export function statusWord(session: SessionView, text: Text): string {
  if (session.status === 'starting') return text.activity[session.activity]
  if (session.status === 'stopped' && session.elsewhere) return text.elsewhere
  if (session.status === 'scan' && session.phoneCode !== null) return text.typeCode
  if (session.status === 'linking' && session.passkey !== null) {
    return text.passkey.status[session.passkey.step]
  }
  return text.status[session.status]
}
