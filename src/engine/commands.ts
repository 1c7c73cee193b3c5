import type { Millis, SessionCommand } from '../contract/session-view.ts'
import type { Cause } from '../contract/cause.ts'
import { healthWarnings } from './health.ts'
import { mayClear } from './policy.ts'
import { endsLink, undoable } from './record.ts'
import type { Phase, Session } from './session.ts'

/**
 * - `possible`: it makes sense now.
 * - `already`: it is being done or has been done; asking again is harmless.
 * - `impossible`: it makes no sense in this state.
 */
export type Verdict = 'possible' | 'already' | 'impossible'

export function commandVerdict(session: Session, command: SessionCommand, at: Millis): Verdict {
  if (allowedCommands(session, at).includes(command)) return 'possible'
  return isAlready(session.phase, session.record.linked, command) ? 'already' : 'impossible'
}

/** Everything a person can tell the session to do now, the primary one first where there is one. */
export function allowedCommands(session: Session, at: Millis): readonly SessionCommand[] {
  const commands = byPhase(session)
  return canUndo(session, at) ? [...commands, 'undo-clear'] : commands
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
    case 'attention':
      return remedy(phase.cause)
    case 'queued':
    case 'opening':
    case 'connecting':
    case 'scan':
    case 'linking':
    case 'online':
    case 'logging-out':
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

const ONLINE: readonly SessionCommand[] = ['stop', 'log-out']

function byPhase(session: Session): readonly SessionCommand[] {
  const { phase, record } = session
  const abandon: SessionCommand = record.linked ? 'stop' : 'cancel-link'
  switch (phase.kind) {
    case 'unlinked':
      return ['link']
    case 'queued':
    case 'opening':
    case 'connecting':
      // What is shown as online or reconnecting keeps its buttons while an attempt is under way.
      if (quiet(session)) return ONLINE
      return session.retry && record.linked ? ['retry', 'stop', 'clear'] : [abandon]
    case 'scan':
      return ['cancel-link', 'clear']
    case 'linking':
      return ['stop']
    case 'online':
      return healthWarnings(session.health).length > 0 ? [...ONLINE, 'clear'] : ONLINE
    case 'waiting':
      if (quiet(session)) return ONLINE
      return record.linked ? ['retry', 'stop', 'clear'] : ['retry', 'cancel-link']
    case 'logging-out':
    case 'leaving':
      return []
    case 'stopped':
      return ['connect', 'clear']
    case 'attention': {
      const { cause } = phase
      return mayClear(cause) && remedy(cause) !== 'clear' ? [remedy(cause), 'clear'] : [remedy(cause)]
    }
    case 'unavailable':
      return mayClear(phase.cause) && record.linked ? ['retry', abandon, 'clear'] : ['retry', abandon]
  }
}

/** What to press, by what is wrong. */
function remedy(cause: Cause): SessionCommand {
  switch (cause.code) {
    case 'unlinked-from-phone':
    case 'relink-required':
      return 'link'
    case 'replaced':
      return 'take-over'
    case 'damaged-store':
    case 'vault-lost':
      return 'clear'
    case 'restore-failed':
    case 'vault-locked':
    case 'foreign-store':
    case 'store-newer':
    case 'folder-in-use':
    case 'folder-missing':
    case 'not-scanned':
    case 'passkey-required':
    case 'network':
    case 'whatsapp-unavailable':
    case 'handshake-refused':
    case 'outdated':
    case 'restricted':
    case 'banned':
    case 'wrong-number':
    case 'duplicate-number':
    case 'duplicate-identity':
    case 'read-only':
    case 'disk-full':
    case 'io-error':
    case 'unknown':
      return 'retry'
  }
}

function canUndo({ phase, record }: Session, at: Millis): boolean {
  if (undoable(record, at) === null) return false
  return ['unlinked', 'scan', 'online', 'stopped', 'attention', 'waiting'].includes(phase.kind)
}

const RUNNING: ReadonlySet<Phase['kind']> = new Set([
  'queued',
  'opening',
  'connecting',
  'scan',
  'linking',
  'online',
  'waiting',
])

function isAlready(phase: Phase, linked: boolean, command: SessionCommand): boolean {
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
      return phase.kind === 'unlinked' || phase.kind === 'logging-out' || busy === 'logging-out'
    case 'clear':
      return busy === 'clearing' || (!linked && RUNNING.has(phase.kind))
    case 'undo-clear':
      return busy === 'connecting'
  }
}
