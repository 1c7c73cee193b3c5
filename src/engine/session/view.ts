import type { Cause } from '../../contract/cause.ts'
import type {
  About,
  Millis,
  OrganizationView,
  PreviousLink,
  SessionState,
  UndoView,
} from '../../contract/session-view.ts'
import { isRecent } from '../../contract/age.ts'
import { allowedCommands, primaryCommand, quiet } from './commands.ts'
import { passkeyView } from './confirming.ts'
import { keptUntil, undoable } from './expiry.ts'
import { healthView } from '../health/health.ts'
import { previousLink } from '../record.ts'
import { type Online, pairingOf, type PhoneCode, type Qr } from './phase.ts'
import type { SourceView } from '../../contract/source.ts'
import { patienceOf, type Retry, type Session } from './session.ts'
import { lastLock } from '../health/restrictions.ts'
import { warningsOf } from './warnings.ts'

/** Draws a QR text as a `data:` image. */
export type DrawQr = (text: string) => string

/** How long the window shows what the number was before it changed. */
const CHANGE_SHOWN_MS = 24 * 60 * 60 * 1000
/** For so many tries the login after a scan is still part of linking. */
const LINKING_TRIES = 2

/** Only what may leave the engine: no epoch, no credentials, and of the QR nothing but its picture. */
export function organizationView(session: Session, at: Millis, draw: DrawQr): OrganizationView {
  const { id, name, sessionName, lastNumber, previousNumber } = session.record
  const changed = previousNumber !== null && isRecent(previousNumber.changedAt, CHANGE_SHOWN_MS, at)
  return {
    id,
    name,
    sessionName,
    lastNumber,
    previousNumber: changed ? previousNumber.number : null,
    session: {
      ...sessionState(session, at, draw),
      primary: primaryCommand(session),
      allowed: allowedCommands(session, at),
      warnings: warningsOf(session, at),
      undo: undoView(session, at),
      snapshotAt: session.snapshotAt,
      report: session.report,
      previous: previousView(session),
      source: sourceView(session),
    },
  }
}

function sessionState(session: Session, at: Millis, draw: DrawQr): SessionState {
  const { phase, retry, record, errand } = session
  switch (phase.kind) {
    case 'unlinked':
      return { status: 'unlinked', cause: phase.cause }
    case 'stopped':
      return { status: 'stopped', elsewhere: record.elsewhere }
    case 'attention':
      return {
        status: 'attention',
        cause: phase.cause,
        about: phase.about ?? aboutRecord(session, phase.cause),
      }
    case 'unavailable':
      return { status: 'unavailable', cause: phase.cause, about: phase.about }
    case 'online':
      return retry?.unsteady ? reconnecting(retry, null) : onlineState(session, phase, at)
    case 'scan':
      return {
        status: 'scan',
        qr: qrView(phase.shown, draw),
        phoneCode: phoneCodeView(phase.shown),
        cause: session.setback,
      }
    case 'confirming':
      return { status: 'linking', step: 'confirming', passkey: passkeyView(phase) }
    case 'linking':
      return { status: 'linking', step: phase.step, passkey: null }
    case 'logging-out':
      return { status: 'starting', activity: 'logging-out' }
    case 'restoring':
    case 'retiring':
      return { status: 'starting', activity: 'connecting' }
    case 'leaving':
      return { status: 'starting', activity: phase.activity }
    case 'queued':
    case 'rejoining':
    case 'opening':
    case 'connecting':
    case 'waiting':
      if (errand) return { status: 'starting', activity: 'logging-out' }
      // What lasts longer than two tries is told with its cause.
      if (pairingOf(phase) !== 'none' && (retry === null || retry.attempt < LINKING_TRIES)) {
        return { status: 'linking', step: 'linking', passkey: null }
      }
      if (retry === null) return { status: 'starting', activity: 'connecting' }
      if (quiet(session) && retry.before) return onlineState(session, retry.before, at)
      return reconnecting(retry, phase.kind === 'waiting' ? phase.nextAt : null)
  }
}

function reconnecting({ cause, about, told, attempt }: Retry, nextAt: Millis | null): SessionState {
  return { status: 'reconnecting', cause, about, told, attempt: attempt + 1, nextAt }
}

function onlineState(session: Session, online: Online, at: Millis): SessionState {
  const { health, record, test, settings, steady, retry } = session
  const { number, accountName, platform, since, lastActivity } = online
  const facts = { number, accountName, platform, since, lastActivity }
  return {
    status: 'online',
    ...facts,
    // A flicker that is not shown is none for anybody.
    lasted: steady.lasted || (retry !== null && retry.trusted && !retry.shown),
    health: healthView(health, record, patienceOf(settings), at),
    test,
  }
}

function qrView(shown: Qr | PhoneCode, draw: DrawQr) {
  if (shown.kind !== 'qr') return null
  const { text, shownAt, expiresAt, index, of } = shown
  return { picture: draw(text), shownAt, expiresAt, index, of }
}

function phoneCodeView(shown: Qr | PhoneCode) {
  if (shown.kind !== 'code') return null
  const { code, number, shownAt, expiresAt } = shown
  return { code, number, shownAt, expiresAt }
}

function aboutRecord(session: Session, cause: Cause): About | null {
  if (cause.code !== 'removed-while-limited') return aboutNumbers(session)
  const restriction = lastLock(session.record)
  return restriction && { kind: 'restriction', restriction }
}

function aboutNumbers({ record }: Session): About | null {
  const { lastNumber, heldNumber } = record
  if (lastNumber === null || heldNumber === null || lastNumber === heldNumber) return null
  return { kind: 'numbers', expected: lastNumber, actual: heldNumber }
}

function undoView({ record, settings: { quarantineMs } }: Session, at: Millis): UndoView | null {
  const aside = undoable(record, quarantineMs)
  if (aside === null) return null
  const { generation, clearedAt, number } = aside
  return { clearedAt, until: keptUntil(record, generation, clearedAt, at, quarantineMs), number }
}

/** Offered once the new link is proven good. */
function previousView({ phase, record, retry }: Session): PreviousLink | null {
  const aside = previousLink(record)
  if (!aside || phase.kind !== 'online' || retry !== null) return null
  return { number: aside.number, clearedAt: aside.clearedAt }
}

/** As long as the session works here: until then the other server's copy may be needed. */
function sourceView({ phase, record, retry, sourceThere }: Session): SourceView | null {
  const { source } = record
  if (source === null || sourceThere !== true || phase.kind !== 'online' || retry !== null) return null
  return { folder: source.folder, kept: source.kept }
}
