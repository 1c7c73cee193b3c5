import { withDecryptFailure } from './health.ts'
import * as move from './moves.ts'
import { causeOf, DEADLINES, reactionTo } from './policy.ts'
import type { Close, SocketEvent } from './ports.ts'
import { endsLink } from './record.ts'
import type { Event, Session, Step } from './session.ts'

const RESTART_REQUIRED = 515
const LOGGED_OUT = 401

/** What a socket of the current epoch says. */
export function heard(session: Session, event: Event, said: SocketEvent): Step {
  const { phase, record } = session
  const { at } = event
  switch (said.type) {
    case 'qr': {
      if (phase.kind !== 'connecting' && phase.kind !== 'scan') return move.stay(session)
      const { text, index, of } = said
      const qr = { text, index, of, shownAt: at, expiresAt: at + said.lifeMs }
      const scan = move.into(session, { kind: 'scan', qr, until: qr.expiresAt + DEADLINES.qrGrace })
      return move.stay({ ...scan, retry: null })
    }

    case 'paired': {
      if (phase.kind !== 'connecting' && phase.kind !== 'scan') return move.stay(session)
      const linked = {
        ...record,
        linked: true,
        wanted: true,
        lastNumber: said.number ?? record.lastNumber,
      }
      const linking = move.into(session, { kind: 'linking', step: 'scanned', until: at + DEADLINES.link })
      return move.stay(
        { ...linking, record: linked },
        { type: 'write', epoch: session.epoch, record: linked },
      )
    }

    case 'passkey-required':
      return phase.kind === 'scan' || phase.kind === 'connecting'
        ? move.hold(session, causeOf('passkey-required'))
        : move.stay(session)

    case 'accepted':
      if (phase.kind !== 'connecting' || phase.pairing === 'none') return move.stay(session)
      return move.stay(move.into(session, { kind: 'linking', step: 'syncing', until: phase.until }))

    case 'open': {
      if (phase.kind !== 'connecting' && phase.kind !== 'linking') return move.stay(session)
      const { number, accountName, platform } = said
      const online = move.into(session, {
        kind: 'online',
        number,
        accountName,
        platform,
        since: at,
        lastActivity: at,
      })
      if (record.lastNumber === number) return move.stay(online)
      const renumbered = { ...record, lastNumber: number }
      return move.stay(
        { ...online, record: renumbered },
        { type: 'write', epoch: session.epoch, record: renumbered },
      )
    }

    case 'traffic':
      if (phase.kind !== 'online') return move.stay(session)
      return move.stay({ ...session, phase: { ...phase, lastActivity: at }, retry: null })

    case 'decrypt-failed':
      return move.stay({ ...session, health: withDecryptFailure(session.health, at, said.sender) })

    case 'write-failed':
      return move.unavailable(session, at, said.cause)

    case 'closed':
      return afterClose(session, event, said.close)
  }
}

function afterClose(session: Session, event: Event, close: Close): Step {
  const { phase, record } = session
  const code = close.how === 'code' ? close.code : null

  if (phase.kind === 'logging-out') {
    return code === LOGGED_OUT ? move.loggedOut(session, event.at) : move.silence(session, event)
  }
  if (phase.kind === 'linking' && phase.step === 'scanned' && code === RESTART_REQUIRED) {
    const { session: next, effects } = move.connect(session, event.at, 'first-login')
    return move.stay(next, { type: 'checkpoint', epoch: next.epoch }, ...effects)
  }

  const reaction = reactionTo(close)
  if (phase.kind === 'connecting' && phase.pairing === 'first-login' && code === LOGGED_OUT) {
    // Straight after a pairing WhatsApp may refuse the very login it has just asked for: believe the second one.
    return move.wait(session, event, reaction, 'second-login')
  }
  if (reaction.then === 'expire') return move.giveUpLink(session, reaction.cause)
  if (!record.linked && endsLink(reaction.cause)) {
    // There is no link to have ended: the server refused a registration.
    return move.wait(session, event, {
      then: 'again-patiently',
      cause: causeOf('handshake-refused', code),
    })
  }
  return reaction.then === 'hold' ? move.hold(session, reaction.cause) : move.wait(session, event, reaction)
}
