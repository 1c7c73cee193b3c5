import type { Clock, OpenRequest, SessionSocket, SocketEvent, StoredSessions } from '../ports.ts'
import { DEADLINES } from '../session/policy.ts'
import type { OrganizationRecord } from '../record.ts'

const LOGGED_OUT = 401

/** How the current generation of an organization is opened. */
export function requestOf(record: OrganizationRecord): OpenRequest {
  const { id, sessionName, generation, linked, installation } = record
  return { organizationId: id, sessionName, generation, linked, installation }
}

/**
 * Opens a link that was put aside for the one purpose of removing it at WhatsApp, and closes it again.
 *
 * @returns whether WhatsApp no longer knows it
 */
export async function retireLink(
  sessions: StoredSessions,
  clock: Clock,
  request: OpenRequest,
): Promise<boolean> {
  const opened = await sessions.open(request)
  if (!opened.ok) return false
  const { session } = opened
  let socket: SessionSocket | null = null
  try {
    const said = await new Promise<SocketEvent | null>((resolve) => {
      const stop = clock.wake(clock.now() + DEADLINES.login, () => resolve(null))
      const listen = (event: SocketEvent) => {
        if (event.type !== 'open' && event.type !== 'closed') return
        stop()
        resolve(event)
      }
      session.connect(false, listen).then(
        (made) => {
          socket = made
        },
        () => resolve(null),
      )
    })
    // The phone may have removed it already.
    if (said?.type === 'closed') return said.close.how === 'code' && said.close.code === LOGGED_OUT
    return said !== null && (await logOut(socket))
  } finally {
    free(socket)
    session.close()
  }
}

function logOut(socket: SessionSocket | null): Promise<boolean> {
  return socket?.logOut().catch(() => false) ?? Promise.resolve(false)
}

function free(socket: SessionSocket | null): void {
  socket?.close()
}
