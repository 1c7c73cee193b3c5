import type { Millis, SessionCommand } from '../contract/session-view.ts'
import { linkHasEnded } from './commands.ts'
import * as move from './moves.ts'
import { DEADLINES } from './policy.ts'
import { nextGeneration, restored, undoable } from './record.ts'
import type { Session, Step } from './session.ts'

/** Carries out a command that `commandVerdict` found possible. */
export function obey(session: Session, command: SessionCommand, at: Millis): Step {
  const { phase, record } = session
  switch (command) {
    case 'link':
      // Credentials of an ended link are put aside, never overwritten.
      if (linkHasEnded(session)) return clear(session, at)
      return move.leave(session, at, 'connecting', { ...record, wanted: true }, 'link')

    case 'cancel-link':
      return move.giveUpLink(session, null)

    case 'retry':
      if (phase.kind === 'waiting') return move.attempt(session, at)
      return move.leave(session, at, 'connecting', { ...record, wanted: true, heldBy: null }, 'link')

    case 'connect':
    case 'take-over':
      return move.leave(session, at, 'connecting', { ...record, wanted: true, heldBy: null }, 'link')

    case 'stop':
      return move.leave(session, at, 'stopping', { ...record, wanted: false }, 'rest')

    case 'log-out':
      return move.stay(move.into(session, { kind: 'logging-out', until: at + DEADLINES.logOut }), {
        type: 'log-out',
        epoch: session.epoch,
      })

    case 'clear':
      return clear(session, at)

    case 'undo-clear': {
      const aside = undoable(record, at)
      if (!aside) return move.stay(session)
      return move.leave(session, at, 'connecting', { ...restored(record, aside, at), wanted: true }, 'link')
    }
  }
}

function clear(session: Session, at: Millis): Step {
  const record = { ...nextGeneration(session.record, at, linkHasEnded(session)), wanted: true }
  return move.leave(session, at, 'clearing', record, 'link')
}
