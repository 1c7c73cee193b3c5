import type { Millis, OrganizationView, SessionState, UndoView } from '../contract/session-view.ts'
import { allowedCommands, primaryCommand, quiet } from './commands.ts'
import { healthWarnings } from './health.ts'
import { UNDO_MS, undoable } from './record.ts'
import type { Session } from './session.ts'

/** Draws a QR text as a `data:` image. */
export type DrawQr = (text: string) => string

/** Only what may leave the engine: no epoch, no credentials, and of the QR nothing but its picture. */
export function organizationView(session: Session, at: Millis, draw: DrawQr): OrganizationView {
  const { id, name, sessionName, lastNumber } = session.record
  return {
    id,
    name,
    sessionName,
    lastNumber,
    session: {
      ...sessionState(session, draw),
      primary: primaryCommand(session),
      allowed: allowedCommands(session, at),
      warnings: healthWarnings(session.health),
      undo: undoView(session, at),
    },
  }
}

function sessionState(session: Session, draw: DrawQr): SessionState {
  const { phase, retry } = session
  switch (phase.kind) {
    case 'unlinked':
      return { status: 'unlinked', cause: phase.cause }
    case 'stopped':
      return { status: 'stopped' }
    case 'attention':
      return { status: 'attention', cause: phase.cause }
    case 'unavailable':
      return { status: 'unavailable', cause: phase.cause }
    case 'online':
      return {
        status: 'online',
        number: phase.number,
        accountName: phase.accountName,
        platform: phase.platform,
        since: phase.since,
        lastActivity: phase.lastActivity,
      }
    case 'scan': {
      const { text, shownAt, expiresAt, index, of } = phase.qr
      return { status: 'scan', qr: { picture: draw(text), shownAt, expiresAt, index, of } }
    }
    case 'linking':
      return { status: 'linking', step: phase.step }
    case 'logging-out':
      return { status: 'starting', activity: 'logging-out' }
    case 'leaving':
      return { status: 'starting', activity: phase.activity }
    case 'queued':
    case 'opening':
    case 'connecting':
    case 'waiting':
      if ('pairing' in phase && phase.pairing !== 'none') return { status: 'linking', step: 'linking' }
      if (retry === null) return { status: 'starting', activity: 'connecting' }
      if (quiet(session) && retry.before) return { status: 'online', ...retry.before }
      return {
        status: 'reconnecting',
        cause: retry.cause,
        attempt: retry.attempt + 1,
        nextAt: phase.kind === 'waiting' ? phase.nextAt : null,
      }
  }
}

function undoView(session: Session, at: Millis): UndoView | null {
  const aside = undoable(session.record, at)
  return aside && { clearedAt: aside.clearedAt, until: aside.clearedAt + UNDO_MS, number: aside.number }
}
