import type { OrganizationView } from '../../../contract/session-view.ts'

/** Changes whenever something happened to the organization that its history tells, and with nothing else. */
export function changesOf({ lastNumber, session }: OrganizationView): string {
  const { status, undo, report } = session
  return JSON.stringify([
    status,
    status === 'starting' ? session.activity : null,
    'cause' in session ? session.cause : null,
    lastNumber,
    undo?.clearedAt,
    report?.at,
    status === 'online' ? session.test : null,
  ])
}
