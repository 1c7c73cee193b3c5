import type { Cause } from '../../contract/cause.ts'
import type { Millis, TestView } from '../../contract/session-view.ts'
import { ageOf, isDue } from '../../contract/age.ts'
import { withEvent, withLogin, withServerTime, withSign } from '../health/health.ts'
import * as move from './moves.ts'
import { causeOf, DEADLINES, type Reaction, reactionTo, refusedCode } from './policy.ts'
import type { Close, SocketEvent } from '../ports.ts'
import { sameNumber } from '../account-number.ts'
import { passkeyAsked, passkeyHeard, passkeyLost } from './confirming.ts'
import { type Account, compareAccounts, learnt } from '../account.ts'
import { endsLink, type OrganizationRecord } from '../record.ts'
import { lockBehindRemoval, withRestriction } from '../health/restrictions.ts'
import type { Effect, Event, Step } from './events.ts'
import type { PhoneCode, Qr } from './phase.ts'
import type { Session } from './session.ts'
import { heard as lasting, named, opened as connected } from './steadiness.ts'

const RESTART_REQUIRED = 515
const LOGGED_OUT = 401
/** What is linked has no use for a code: its credentials are looked at. */
const NO_CODES: Reaction = { then: 'inspect', cause: causeOf('handshake-refused') }
/** How exactly the disk knows when the phone was last seen and the session last used. */
const WRITTEN_EVERY = 6 * 60 * 60 * 1000

/** What a socket of the current epoch says. */
export function heard(session: Session, event: Event, said: SocketEvent): Step {
  const { phase, record } = session
  const { at } = event
  switch (said.type) {
    case 'qr':
      if (phase.kind !== 'connecting' && !showsQr(session)) return move.stay(session)
      // What is linked has no use for one, whatever the socket makes of its credentials.
      if (record.linked) return move.stay(session)
      return session.phoneNumber === null
        ? shows(session, at, {
            kind: 'qr',
            text: said.text,
            index: said.index,
            of: said.of,
            ...life(at, said),
          })
        : asksForCode(session, at, session.phoneNumber)

    case 'code':
      return phase.kind === 'connecting' && session.phoneNumber !== null
        ? shows(session, at, {
            kind: 'code',
            code: said.code,
            number: session.phoneNumber,
            ...life(at, said),
          })
        : move.stay(session)

    case 'code-refused':
      return phase.kind === 'connecting' && session.phoneNumber !== null
        ? move.linkAnew({ ...session, phoneNumber: null }, refusedCode(said.status))
        : move.stay(session)

    case 'paired': {
      if (!['connecting', 'scan', 'confirming'].includes(phase.kind)) return move.stay(session)
      // Whether it is the number that was expected is for `open` to say: the login has to be finished first.
      const linked = {
        ...record,
        linked: true,
        wanted: true,
        lastNumber: record.lastNumber ?? said.number,
        linkedAt: at,
        // It has just been in somebody's hand.
        phoneSeen: at,
        watchedSince: null,
      }
      const linking = move.into(session, { kind: 'linking', step: 'scanned', until: at + DEADLINES.link })
      return move.stay(
        { ...linking, record: linked, phoneNumber: null, setback: null },
        { type: 'write', epoch: session.epoch, record: linked, vital: true },
      )
    }

    case 'passkey-asked':
      return passkeyAsked(session, at, said.ways)

    case 'passkey-taken':
    case 'passkey-code':
    case 'passkey-trouble':
      return passkeyHeard(session, at, said)

    case 'accepted':
      if (phase.kind !== 'connecting' || phase.pairing === 'none') return move.stay(session)
      return move.stay(move.into(session, { kind: 'linking', step: 'syncing', until: phase.until }))

    case 'open':
      return phase.kind === 'connecting' || phase.kind === 'linking'
        ? opened(session, event, said)
        : move.stay(session)

    case 'traffic':
      return phase.kind === 'online'
        ? alive({ ...session, phase: { ...phase, lastActivity: at } }, event)
        : move.stay(session)

    case 'phone-seen': {
      const seen = { ...session, health: withEvent(session.health, at, said) }
      if (!isDue(record.phoneSeen, WRITTEN_EVERY, at)) return move.stay(seen)
      const noted = { ...record, phoneSeen: at }
      return move.stay(
        { ...seen, record: noted },
        { type: 'write', epoch: session.epoch, record: noted, vital: false },
      )
    }

    case 'lid': {
      if (phase.kind !== 'online' || record.lid === said.lid) return move.stay(session)
      const renamed = { ...record, lid: said.lid }
      return move.stay(
        { ...session, record: renamed },
        { type: 'write', epoch: session.epoch, record: renamed, vital: false },
      )
    }

    case 'test':
      return move.stay({ ...session, test: session.test && afterAnswer(session.test, said.result) })

    case 'server-time':
      return move.stay({ ...session, health: withServerTime(session.health, event, said.time) })

    case 'restriction': {
      const limited = withRestriction(record, at, said)
      if (limited === record) return move.stay(session)
      return move.stay(
        { ...session, record: limited },
        { type: 'write', epoch: session.epoch, record: limited, vital: false },
      )
    }

    case 'queue':
    case 'version':
    case 'message':
    case 'pre-keys':
    case 'decrypt-failed':
    case 'decrypted':
      return move.stay({ ...session, health: withEvent(session.health, at, said) })

    case 'write-failed':
      return move.unavailable(session, at, said.cause)

    case 'closed':
      return afterClose(session, event, said.close)
  }
}

/**
 * The connection has given a sign: the session is in use, and what it was taken over from may be no longer needed. Once
 * the connection has lasted, the row of failures is over, and what is stored is worth a copy. The first copy is made at
 * once, but none that may be better is pushed out by that of a session whose connections do not last.
 */
function alive(before: Session, { at, uptime }: Event): Step {
  const steady = lasting(before.steady, uptime)
  const session = { ...before, steady, retry: steady.lasted ? null : before.retry }
  const { record, epoch, snapshotAt, settings, sourceThere } = session
  // A copy of an unknown age is none.
  const due = ageOf(snapshotAt, at) === null || (steady.lasted && isDue(snapshotAt, settings.snapshotMs, at))
  const { source } = record
  const effects: Effect[] = due ? [{ type: 'snapshot', epoch }] : []
  if (source !== null && sourceThere === null) effects.push({ type: 'look-for-source', source })
  const { health, watchedSince } = withSign(session.health, record, at)
  const marked = { ...session, health, snapshotAt: due ? at : snapshotAt, sourceThere: sourceThere ?? false }
  if (!isDue(record.usedAt, WRITTEN_EVERY, at) && watchedSince === record.watchedSince) {
    return move.stay(marked, ...effects)
  }
  const used = { ...record, usedAt: at, watchedSince }
  return move.stay({ ...marked, record: used }, ...effects, {
    type: 'write',
    epoch,
    record: used,
    vital: false,
  })
}

function showsQr({ phase }: Session): boolean {
  return phase.kind === 'scan' && phase.shown.kind === 'qr'
}

function life(at: Millis, { lifeMs }: { readonly lifeMs: number }) {
  return { shownAt: at, expiresAt: at + lifeMs }
}

function shows(session: Session, at: Millis, shown: Qr | PhoneCode): Step {
  const until = Math.max(at, shown.expiresAt) + DEADLINES.qrGrace
  // A code that is followed by another has been on screen for a minute: only then has that connection lasted.
  const lasted = shown.kind === 'qr' && shown.index > 1
  const retry = lasted ? null : session.retry
  return move.stay({ ...move.into(session, { kind: 'scan', shown, until }), retry })
}

function asksForCode(session: Session, at: Millis, number: string): Step {
  if (session.phase.kind !== 'connecting') return move.stay(session)
  const phase = { ...session.phase, until: at + DEADLINES.login }
  return move.stay(move.into(session, phase), { type: 'request-code', epoch: session.epoch, number })
}

function opened(session: Session, event: Event, said: Extract<SocketEvent, { type: 'open' }>): Step {
  const { record, errand } = session
  const { accountName, platform } = said
  const { at } = event
  const known: Account = { number: record.lastNumber, lid: record.lid }
  const comparison = compareAccounts(known, said)
  const { number, lid } = comparison === 'another-account' ? said : learnt(known, said)
  const facts = { number: number ?? '', accountName, platform, since: at, lastActivity: at }
  const steady = connected(session.steady, event.uptime)
  const online = move.into({ ...session, steady }, { kind: 'online', ...facts })
  if (errand) {
    // What is another organization's is not what the next one here is compared with.
    const forgotten = errand === 'give-back' && sameNumber(record.lastNumber, number)
    const after = forgotten ? { ...record, lastNumber: null, lid: null } : record
    return move.logOut({ ...online, record: after }, at, errand)
  }

  const takenBy = event.type === 'socket' ? event.takenBy : null
  if (takenBy !== null) {
    return move.hold(session, causeOf('duplicate-number'), {}, { kind: 'organization', name: takenBy })
  }
  const held = { heldNumber: number, heldLid: said.lid }
  if (comparison === 'another-number') return move.hold(session, causeOf('wrong-number'), held)
  if (comparison === 'another-account') return move.hold(session, causeOf('another-account'), held)

  const { health, watchedSince } = withSign(withLogin(session.health, record, at), record, at)
  const { lastNumber, previousNumber } = record
  const changed = comparison === 'number-changed' && lastNumber !== null
  const renewed: OrganizationRecord = {
    ...record,
    lastNumber: number,
    lid,
    previousNumber: changed ? { number: lastNumber, changedAt: at } : previousNumber,
    watchedSince,
  }
  const same = number === lastNumber && lid === record.lid && watchedSince === record.watchedSince
  if (same) return move.stay({ ...online, health })
  return move.stay(
    { ...online, health, record: renewed },
    { type: 'write', epoch: session.epoch, record: renewed, vital: false },
  )
}

function afterAnswer(test: TestView, result: Extract<SocketEvent, { type: 'test' }>['result']): TestView {
  switch (result) {
    case 'link-good':
      return { ...test, link: 'good' }
    case 'phone-alive':
      return { ...test, link: 'good', phone: 'alive' }
    case 'refused':
      return { ...test, link: 'good', phone: 'refused' }
    case 'failed':
      return { ...test, link: 'failed' }
  }
}

function afterClose(before: Session, event: Event, close: Close): Step {
  const session = { ...before, steady: named(before.steady, close, event.uptime) }
  const { phase, record } = session
  const code = close.how === 'code' ? close.code : null

  if (phase.kind === 'logging-out') {
    return code === LOGGED_OUT ? move.loggedOut(session, event.at) : move.silence(session, event)
  }
  if (phase.kind === 'confirming') return passkeyLost(session, close)
  const justLinked = phase.kind === 'linking' && phase.step === 'scanned'
  if (justLinked && code === RESTART_REQUIRED) {
    return checkpointed(move.connect(session, event.at, 'first-login'))
  }

  const reaction = reactionTo(close, session.steady.strange)
  const errand = session.errand ?? session.unconfirmed
  if (phase.kind === 'connecting' && phase.pairing === 'first-login' && code === LOGGED_OUT) {
    // Straight after a pairing WhatsApp may refuse the very login it has just asked for: believe the second one.
    return move.wait(session, event, reaction, 'second-login')
  }
  if (code === LOGGED_OUT && record.linked && errand) {
    // The end of the link is what the person asked for: only the confirmation was lost.
    return move.loggedOut({ ...session, errand }, event.at)
  }
  if (code === LOGGED_OUT && record.linked && lockBehindRemoval(record, event.at)) {
    return move.hold(session, causeOf('removed-while-limited', code))
  }
  if (reaction.then === 'expire' || reaction.then === 'renew-code') {
    if (record.linked) return move.wait(session, event, NO_CODES)
    return reaction.then === 'expire'
      ? move.giveUpLink(session, reaction.cause)
      : move.linkAnew(session, reaction.cause)
  }
  if (!record.linked && endsLink(reaction.cause)) {
    // There is no link to have ended: the server refused a registration.
    return move.wait(session, event, {
      then: 'again-patiently',
      cause: causeOf('handshake-refused', code),
    })
  }
  if (reaction.then === 'hold') return move.hold(session, causeUntil(reaction.cause, event.at))
  const waiting = move.wait(session, event, reaction)
  return justLinked ? checkpointed(waiting) : waiting
}

/** A link that was made this moment is moved into the main database file before anything else happens. */
function checkpointed({ session, effects }: Step): Step {
  return move.stay(session, { type: 'checkpoint', epoch: session.epoch }, ...effects)
}

/** A cause whose end is still to come: an end that is over says nothing about when it will be. */
function causeUntil(cause: Cause, at: Millis): Cause {
  const { until, ...rest } = cause
  return until !== undefined && until > at ? cause : rest
}
