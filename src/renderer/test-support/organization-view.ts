import type { OrganizationView, SessionState } from '../../contract/session-view.ts'

/** An organization as main would push it: stopped, or online with a number. */
export function organizationView(
  id: string,
  facts: Partial<Omit<OrganizationView, 'id' | 'session'>> = {},
  number: string | null = null,
): OrganizationView {
  const state: SessionState = number === null ? { status: 'stopped', elsewhere: false } : online(number)
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
    session: {
      ...state,
      primary: null,
      allowed: [],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
    },
  }
}

function online(number: string): SessionState {
  return {
    status: 'online',
    number,
    accountName: null,
    platform: null,
    since: 0,
    lastActivity: 0,
    health: {
      phoneSeen: null,
      received: 0,
      sent: 0,
      failed: 0,
      clockSkew: null,
      version: '2.3000.1',
      versionSource: 'live',
    },
    test: null,
  }
}
