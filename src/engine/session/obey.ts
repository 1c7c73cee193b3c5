import type { Millis, SessionCommand } from '../../contract/session-view.ts'
import { linkHasEnded } from './commands.ts'
import * as move from './moves.ts'
import { renewed } from '../health/health.ts'
import { codeConfirmed, passkeyCause, usePasskey } from './confirming.ts'
import { undoable } from './expiry.ts'
import { nextGeneration, type OrganizationRecord, previousLink, restored } from '../record.ts'
import type { Step } from './events.ts'
import type { Phase } from './phase.ts'
import type { Errand, Session } from './session.ts'

/** Carries out a command that `commandVerdict` found possible. */
export function obey(session: Session, command: SessionCommand, at: Millis): Step {
  const { phase, record } = session
  switch (command) {
    case 'link':
      return link(session, at, null)

    case 'cancel-link':
      return move.giveUpLink(session, null)

    case 'retry':
      if (phase.kind === 'waiting') return move.attempt(session, true)
      // An attempt is under way: that is what was asked for, and it goes before those that nobody has asked for.
      if (phase.kind !== 'attention' && phase.kind !== 'unavailable') return move.hurry(session)
      return run(session, at, { heldBy: null })

    case 'connect':
    case 'take-over':
      return run(session, at, { heldBy: null, elsewhere: false })

    case 'stop':
      return move.leave(session, at, 'stopping', { ...record, wanted: false }, 'rest')

    case 'log-out':
    case 'change-number':
      return logOut(session, at, command)

    case 'accept-number': {
      const { lastNumber, heldNumber } = record
      const changed = lastNumber !== null && lastNumber !== heldNumber
      return run(session, at, {
        heldBy: null,
        heldNumber: null,
        heldLid: null,
        lastNumber: heldNumber,
        lid: record.heldLid,
        previousNumber: changed ? { number: lastNumber, changedAt: at } : record.previousNumber,
      })
    }

    case 'reject-number':
      return logOut(session, at, isTaken(phase) ? 'give-back' : 'log-out')

    case 'test':
      return move.stay(
        { ...session, test: { startedAt: at, link: 'waiting', phone: 'waiting' } },
        { type: 'test', epoch: session.epoch },
      )

    case 'send-keys':
      return move.stay(
        { ...session, health: renewed(session.health) },
        { type: 'send-keys', epoch: session.epoch },
      )

    case 'use-passkey':
    case 'use-passkey-otherwise':
      return usePasskey(session, at, command)

    case 'confirm-code':
      return codeConfirmed(session, at)

    case 'deny-code':
      return move.hold(session, passkeyCause('codes-differ'))

    case 'clear':
      return clear(session, at)

    case 'verify':
    case 'renew': {
      const { session: left, effects } = run(session, at, { heldBy: null })
      return move.stay({ ...left, repair: command, report: null }, ...effects)
    }

    case 'restore-snapshot':
      return move.restoreSnapshot(session, at)

    case 'retire-previous': {
      const aside = previousLink(record)
      return aside ? move.retirePrevious(session, at, aside) : move.stay(session)
    }

    case 'undo-clear': {
      const aside = undoable(record, session.settings.quarantineMs)
      return aside ? run(session, at, restored(record, aside, at)) : move.stay(session)
    }
  }
}

/**
 * Links by QR, or by a code where a number is given.
 *
 * @param number digits with country code
 */
export function link(session: Session, at: Millis, number: string | null): Step {
  // Credentials of an ended link are put aside, never overwritten.
  const { session: left, effects } = linkHasEnded(session)
    ? clear(session, at)
    : run(session, at, { heldBy: null })
  return move.stay({ ...left, phoneNumber: number }, ...effects)
}

/** Writes that the session is wanted, and opens it. */
function run(session: Session, at: Millis, changes: Partial<OrganizationRecord>): Step {
  return move.leave(session, at, 'connecting', { ...session.record, ...changes, wanted: true }, 'link')
}

/** Logs out now where a connection works, else as soon as one does. */
function logOut(session: Session, at: Millis, errand: Errand): Step {
  const { phase } = session
  if (phase.kind === 'online') return move.logOut(session, at, errand)
  const { session: next, effects } =
    phase.kind === 'waiting' ? move.attempt(session, true) : run(session, at, { heldBy: null })
  return move.stay({ ...next, errand }, ...effects)
}

/** The number that is linked here is another organization's. */
function isTaken(phase: Phase): boolean {
  return phase.kind === 'attention' && phase.cause.code === 'duplicate-number'
}

function clear(session: Session, at: Millis): Step {
  const record = { ...nextGeneration(session.record, at, linkHasEnded(session)), wanted: true }
  return move.leave(session, at, 'clearing', record, 'link')
}
