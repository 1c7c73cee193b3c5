import type { OrganizationView, SessionState } from '../../contract/session-view.ts'
import { ONLINE, shownSession } from './sessions.ts'

/** An organization as main would push it: stopped, or online with a number. */
export function organizationView(
  id: string,
  facts: Partial<Omit<OrganizationView, 'id' | 'session'>> = {},
  number: string | null = null,
): OrganizationView {
  const state: SessionState =
    number === null ? { status: 'stopped', elsewhere: false } : { ...ONLINE, number }
  return inState(id, state, facts)
}

/** An organization in a state of its own. */
export function inState(
  id: string,
  state: SessionState,
  facts: Partial<Omit<OrganizationView, 'id' | 'session'>> = {},
): OrganizationView {
  return {
    id,
    name: id,
    sessionName: `org_${id}`,
    lastNumber: null,
    previousNumber: null,
    ...facts,
    session: shownSession(state),
  }
}
