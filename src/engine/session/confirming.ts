import type { Cause } from '../../contract/cause.ts'
import type { PasskeyTrouble, PasskeyView, PasskeyWay } from '../../contract/passkey.ts'
import type { Millis, SessionCommand } from '../../contract/session-view.ts'
import type { Close, SocketEvent } from '../ports.ts'
import type { Step } from './events.ts'
import * as move from './moves.ts'
import { causeOf, DEADLINES, PASSKEY_TRIES, reactionTo } from './policy.ts'
import type { Confirming, Phase } from './phase.ts'
import type { Session } from './session.ts'

/** The confirmation could not be finished here. */
export function passkeyCause(passkey: PasskeyTrouble): Cause {
  return { ...causeOf('passkey-required'), passkey }
}

/** What a person can tell it to do now, the primary one first. */
export function confirmingCommands(confirming: Confirming): readonly SessionCommand[] {
  switch (confirming.step) {
    case 'offered':
      return otherWay(confirming) === null ? ['use-passkey'] : ['use-passkey', 'use-passkey-otherwise']
    case 'comparing':
      return ['confirm-code', 'deny-code']
    case 'signing':
    case 'waiting':
    case 'finishing':
      return []
  }
}

export function passkeyView(confirming: Confirming): PasskeyView {
  const { step, since, until, way, code, trouble } = confirming
  return { step, since, until, way, otherWay: otherWay(confirming), code, trouble }
}

/** WhatsApp wants a passkey; where it asks again, what is under way goes on. */
export function passkeyAsked(session: Session, at: Millis, ways: readonly PasskeyWay[]): Step {
  const { phase, record } = session
  if (record.linked || (phase.kind !== 'scan' && phase.kind !== 'connecting')) return move.stay(session)
  const [way] = ways
  if (way === undefined) return move.hold(session, passkeyCause('no-way'))
  return offer(session, at, { ways, way, failed: 0, trouble: null })
}

/** The person wants to go on. */
export function usePasskey(
  session: Session,
  at: Millis,
  command: 'use-passkey' | 'use-passkey-otherwise',
): Step {
  const { phase, epoch } = session
  if (phase.kind !== 'confirming') return move.stay(session)
  const way = command === 'use-passkey' ? phase.way : (otherWay(phase) ?? phase.way)
  return move.stay(moved(session, phase, { step: 'signing', way, ...lasting(at, DEADLINES.passkeySign) }), {
    type: 'use-passkey',
    epoch,
    way,
  })
}

/** The phone shows the same code. */
export function codeConfirmed(session: Session, at: Millis): Step {
  const { phase, epoch } = session
  if (phase.kind !== 'confirming') return move.stay(session)
  return move.stay(moved(session, phase, { step: 'finishing', ...lasting(at, DEADLINES.passkeyPhone) }), {
    type: 'confirm-code',
    epoch,
  })
}

type Heard = Extract<SocketEvent, { type: 'passkey-taken' | 'passkey-code' | 'passkey-trouble' }>

/** What the exchange says while a passkey confirms. */
export function passkeyHeard(session: Session, at: Millis, said: Heard): Step {
  const { phase } = session
  if (phase.kind !== 'confirming' || phase.step === 'offered') return move.stay(session)
  switch (said.type) {
    case 'passkey-taken':
      return move.stay(moved(session, phase, { step: 'waiting', ...lasting(at, DEADLINES.passkeyPhone) }))

    case 'passkey-code': {
      const { code, compare } = said
      return move.stay(
        compare
          ? moved(session, phase, { step: 'comparing', code, ...lasting(at, DEADLINES.passkeyCompare) })
          : moved(session, phase, { step: 'finishing', code, ...lasting(at, DEADLINES.passkeyPhone) }),
      )
    }

    case 'passkey-trouble': {
      // What cannot be started here is no try: the other way may be there all the same.
      if (said.why === 'no-way') return withoutWay(session, at, phase)
      // Another organization's turn is no failure of this one.
      const failed = phase.failed + (said.why === 'busy' ? 0 : 1)
      if (failed >= PASSKEY_TRIES) return move.hold(session, passkeyCause(said.why))
      return offer(session, at, { ways: phase.ways, way: phase.way, failed, trouble: said.why })
    }
  }
}

/**
 * The connection ended before there was a link: what was agreed upon so far is worth nothing on another. What WhatsApp
 * says of the account itself is told as ever.
 */
export function passkeyLost(session: Session, close: Close): Step {
  const { cause } = reactionTo(close)
  if (cause.code === 'restricted' || cause.code === 'banned') return move.hold(session, cause)
  return move.hold(session, passkeyCause(close.how === 'pairing-failed' ? 'not-accepted' : 'dropped'))
}

/** Nobody did what was waited for. */
export function passkeyOverdue(session: Session, { step: at }: Confirming): Step {
  const silent = at === 'waiting' || at === 'finishing'
  return move.hold(session, passkeyCause(silent ? 'phone-silent' : 'expired'))
}

function withoutWay(session: Session, at: Millis, confirming: Confirming): Step {
  const ways = confirming.ways.filter((way) => way !== confirming.way)
  const [way] = ways
  if (way === undefined) return move.hold(session, passkeyCause('no-way'))
  return offer(session, at, { ways, way, failed: confirming.failed, trouble: 'no-way' })
}

function offer(
  session: Session,
  at: Millis,
  facts: Pick<Confirming, 'ways' | 'way' | 'failed' | 'trouble'>,
): Step {
  const phase: Phase = {
    kind: 'confirming',
    step: 'offered',
    ...lasting(at, DEADLINES.passkeyOffer),
    code: null,
    ...facts,
  }
  return move.stay(move.into(session, phase))
}

function moved(session: Session, confirming: Confirming, changes: Partial<Confirming>): Session {
  return move.into(session, { ...confirming, ...changes, kind: 'confirming' })
}

function lasting(since: Millis, ms: Millis) {
  return { since, until: since + ms }
}

function otherWay({ ways, way }: Confirming): PasskeyWay | null {
  return ways.find((one) => one !== way) ?? null
}
