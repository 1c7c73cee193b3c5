import type { Millis, SessionCommand } from '../../contract/session-view.ts'
import type { Cause, CauseCode } from '../../contract/cause.ts'
import { isRecent } from '../../contract/age.ts'
import { warningsOf } from './warnings.ts'
import { confirmingCommands } from './confirming.ts'
import { undoable } from './expiry.ts'
import { mayClear } from './policy.ts'
import { endsLink, previousLink } from '../record.ts'
import type { Phase } from './phase.ts'
import { isRunning, type Session } from './session.ts'

/**
 * - `possible`: it makes sense now.
 * - `already`: it is being done or has been done; asking again is harmless.
 * - `impossible`: it makes no sense in this state.
 */
export type Verdict = 'possible' | 'already' | 'impossible'

export function commandVerdict(session: Session, command: SessionCommand, at: Millis): Verdict {
  if (allowedCommands(session, at).includes(command)) return 'possible'
  return isAlready(session, command) ? 'already' : 'impossible'
}

/** Whether a code can be asked for now: instead of a link, or of a QR that is on its way or on screen. */
export function mayLinkByPhone(session: Session, at: Millis): boolean {
  const allowed = allowedCommands(session, at)
  return allowed.includes('link') || allowed.includes('cancel-link')
}

/** Everything a person can tell the session to do now, the primary one first where there is one. */
export function allowedCommands(session: Session, at: Millis): readonly SessionCommand[] {
  const commands = byPhase(session, at)
  return canUndo(session) ? [...commands, 'undo-clear'] : commands
}

/** The one thing to press, or null where there is nothing to do but wait. */
export function primaryCommand(session: Session): SessionCommand | null {
  const { phase } = session
  switch (phase.kind) {
    case 'unlinked':
      return 'link'
    case 'stopped':
      return 'connect'
    case 'waiting':
      return quiet(session) ? null : 'retry'
    case 'unavailable':
      return 'retry'
    case 'confirming':
      return confirmingCommands(phase)[0] ?? null
    case 'attention':
      return remediesOf(session, phase.cause)[0] ?? null
    case 'queued':
    case 'rejoining':
    case 'opening':
    case 'connecting':
    case 'scan':
    case 'linking':
    case 'online':
    case 'logging-out':
    case 'restoring':
    case 'retiring':
    case 'leaving':
      return null
  }
}

/** The link of this session is gone for good: bringing its credentials back would be pointless. */
export function linkHasEnded(session: Session): boolean {
  return session.record.heldBy !== null && endsLink(session.record.heldBy)
}

/** A reconnection that has not lasted long enough to be news. */
export function quiet(session: Session): boolean {
  return session.retry !== null && !session.retry.shown && session.retry.before !== null
}

/** How long a test that was refused is not offered again. */
const TEST_AGAIN_MS = 10 * 60 * 1000
const WITHOUT_TEST: readonly SessionCommand[] = ['change-number', 'stop', 'log-out']
const RECONNECTING: readonly SessionCommand[] = ['retry', 'stop', 'verify', 'renew', 'clear']
const ONLINE: readonly SessionCommand[] = ['test', ...WITHOUT_TEST]

function byPhase(session: Session, at: Millis): readonly SessionCommand[] {
  const { phase, record } = session
  // The connection is on its way to be logged out: what else it could do is no longer the question.
  if (session.errand) return []
  const abandon: SessionCommand = record.linked ? 'stop' : 'cancel-link'
  switch (phase.kind) {
    case 'unlinked':
      return ['link']
    case 'queued':
    case 'rejoining':
    case 'opening':
    case 'connecting':
      // What is shown as online or reconnecting keeps its buttons while an attempt is under way.
      if (quiet(session)) return WITHOUT_TEST
      return session.retry && record.linked ? RECONNECTING : [abandon]
    case 'scan':
      return phase.shown.kind === 'qr' ? ['cancel-link', 'clear'] : ['link', 'cancel-link', 'clear']
    case 'confirming':
      return [...confirmingCommands(phase), 'cancel-link']
    case 'linking':
      return ['stop']
    case 'online':
      // What is shown as reconnecting has its buttons, also while a connection is open that may not last.
      return session.retry?.unsteady ? RECONNECTING : onlineCommands(session, at)
    case 'waiting':
      if (quiet(session)) return WITHOUT_TEST
      return record.linked ? RECONNECTING : ['retry', 'cancel-link']
    case 'logging-out':
    case 'restoring':
    case 'retiring':
    case 'leaving':
      return []
    case 'stopped':
      return ['connect', 'clear']
    case 'attention': {
      const remedies = remediesOf(session, phase.cause)
      const clear: readonly SessionCommand[] = mayClear(phase.cause) && record.linked ? ['clear'] : []
      return [...new Set([...remedies, ...(REPAIRABLE[phase.cause.code] ?? []), ...clear])]
    }
    case 'unavailable':
      return mayClear(phase.cause) && record.linked ? ['retry', abandon, 'clear'] : ['retry', abandon]
  }
}

/** What to press, by what is wrong; the first is the one to press. None where only waiting or a call helps. */
const REMEDIES: Readonly<Record<CauseCode, readonly SessionCommand[]>> = {
  'unlinked-from-phone': ['link'],
  'relink-required': ['link'],
  'not-scanned': ['link'],
  'passkey-required': ['link'],
  'scan-failed': ['link'],
  'code-refused': ['link'],
  'number-refused': ['link'],
  replaced: ['take-over'],
  'damaged-store': ['clear'],
  'vault-lost': ['clear'],
  'wrong-number': ['accept-number', 'reject-number'],
  'another-account': ['accept-number', 'reject-number'],
  'duplicate-number': ['reject-number', 'retry'],
  'duplicate-identity': [],
  'foreign-store': [],
  'store-newer': [],
  'restore-failed': ['retry'],
  'vault-locked': ['retry'],
  'folder-in-use': ['retry'],
  'folder-missing': ['retry'],
  network: ['retry'],
  'whatsapp-unavailable': ['retry'],
  'handshake-refused': ['retry'],
  outdated: ['retry'],
  intercepted: ['retry'],
  'wrong-clock': ['retry'],
  'captive-portal': ['retry'],
  'proxy-refused': ['retry'],
  restricted: ['retry'],
  banned: ['retry'],
  // A new scan is not what to do while WhatsApp limits the account.
  'removed-while-limited': [],
  'read-only': ['retry'],
  'disk-full': ['retry'],
  'io-error': ['retry'],
  unknown: ['retry'],
}

/** A good copy comes before a new scan. */
function remediesOf({ snapshotAt }: Session, cause: Cause): readonly SessionCommand[] {
  const remedies = REMEDIES[cause.code]
  return cause.code === 'damaged-store' && snapshotAt !== null ? ['restore-snapshot', ...remedies] : remedies
}

/** What a person may try before clearing, where the connection works or may be tried again. */
const REPAIRS: readonly SessionCommand[] = ['verify', 'renew']
const REPAIRABLE: Readonly<Partial<Record<CauseCode, readonly SessionCommand[]>>> = {
  'damaged-store': ['verify'],
  'restore-failed': REPAIRS,
  'handshake-refused': REPAIRS,
  unknown: REPAIRS,
  // Whoever knows better may; it is not what stands first.
  'removed-while-limited': ['link'],
}

function onlineCommands(session: Session, at: Millis): readonly SessionCommand[] {
  const { record, retry } = session
  const testable = !isTesting(session) && !wasRefused(session, at)
  const commands = [...(testable ? ONLINE : WITHOUT_TEST), ...REPAIRS]
  // The new link has proven itself: the old one need not keep its place on the phone.
  if (previousLink(record) && retry === null) commands.push('retire-previous')
  if (session.health.preKeysRefused) commands.push('send-keys')
  // What is still unreadable after WhatsApp's own retries, and only that: clearing heals nothing that heals by itself.
  if (warningsOf(session, at).some((warning) => warning.code === 'decrypt-failures')) commands.push('clear')
  return commands
}

function canUndo({ phase, record, settings }: Session): boolean {
  if (undoable(record, settings.quarantineMs) === null) return false
  // At the start a session without a link is opened too, and the button for this must not go for that moment.
  if (!record.linked && ['queued', 'opening'].includes(phase.kind)) return true
  return ['unlinked', 'scan', 'online', 'stopped', 'attention', 'waiting'].includes(phase.kind)
}

/** WhatsApp does not take the message, and may take it amiss when it is sent again at once. */
function wasRefused({ test }: Session, at: Millis): boolean {
  return test?.phone === 'refused' && isRecent(test.startedAt, TEST_AGAIN_MS, at)
}

function isTesting({ test }: Session): boolean {
  return test !== null && isRunning(test)
}

const RUNNING: ReadonlySet<Phase['kind']> = new Set([
  'queued',
  'rejoining',
  'opening',
  'connecting',
  'scan',
  'confirming',
  'linking',
  'online',
  'waiting',
])

function isAlready(session: Session, command: SessionCommand): boolean {
  const { phase, record, errand } = session
  const busy = phase.kind === 'leaving' ? phase.activity : null
  switch (command) {
    case 'link':
    case 'connect':
    case 'retry':
    case 'take-over':
      return RUNNING.has(phase.kind) || (phase.kind === 'leaving' && phase.next !== 'rest')
    case 'stop':
      return phase.kind === 'stopped' || busy === 'stopping'
    case 'cancel-link':
      return phase.kind === 'unlinked'
    case 'log-out':
      return (
        phase.kind === 'unlinked' || errand !== null || phase.kind === 'logging-out' || busy === 'logging-out'
      )
    case 'clear':
      return busy === 'clearing' || (!record.linked && RUNNING.has(phase.kind))
    case 'change-number':
      return errand !== null || phase.kind === 'logging-out' || busy === 'logging-out'
    case 'accept-number':
    case 'reject-number':
      return phase.kind !== 'attention' && busy !== null
    case 'test':
      return isTesting(session)
    case 'send-keys':
    case 'deny-code':
      return false
    case 'use-passkey':
    case 'use-passkey-otherwise':
      return phase.kind === 'confirming' && phase.step !== 'offered'
    case 'confirm-code':
      return phase.kind === 'confirming' && phase.step === 'finishing'
    case 'verify':
    case 'renew':
      return busy === 'connecting'
    case 'restore-snapshot':
      return phase.kind === 'restoring' || busy === 'connecting'
    case 'retire-previous':
      return phase.kind === 'retiring' || busy === 'connecting'
    case 'undo-clear':
      return busy === 'connecting'
  }
}
