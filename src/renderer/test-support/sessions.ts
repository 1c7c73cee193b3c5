import type { PasskeyStep, PasskeyView } from '../../contract/passkey.ts'
import type {
  OrganizationView,
  SessionCommand,
  SessionState,
  SessionView,
  Warning,
} from '../../contract/session-view.ts'

export const ONLINE: Extract<SessionState, { status: 'online' }> = {
  status: 'online',
  number: '573007915262',
  accountName: null,
  platform: null,
  since: 0,
  lastActivity: 0,
  lasted: true,
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

/** A link that WhatsApp wants confirmed with a passkey. */
export function confirming(step: PasskeyStep, facts: Partial<PasskeyView> = {}): SessionState {
  const passkey = {
    step,
    since: 0,
    until: 0,
    way: 'window',
    otherWay: 'browser',
    code: null,
    trouble: null,
  } as const
  return { status: 'linking', step: 'confirming', passkey: { ...passkey, ...facts } }
}

/** A session as the window sees it, in a state and with what it allows. */
export function shownSession(
  state: SessionState,
  allowed: readonly SessionCommand[] = [],
  warnings: readonly Warning[] = [],
): SessionView {
  return {
    ...state,
    primary: null,
    allowed,
    warnings,
    undo: null,
    snapshotAt: null,
    report: null,
    previous: null,
    source: null,
  }
}

export function shownOrganization(id: string, session: SessionView): OrganizationView {
  return { id, name: id, sessionName: id, lastNumber: null, previousNumber: null, session }
}
