import type { Cause } from '../../contract/cause.ts'
import type { About, Millis } from '../../contract/session-view.ts'
import { renewed } from '../health/health.ts'
import {
  causeOf,
  DEADLINES,
  lastsByItself,
  mayPass,
  NUDGED_WAIT,
  type Reaction,
  RESTORE_TRIES,
  VERSION_TRIES,
  waitBefore,
} from './policy.ts'
import { nextGeneration, type OrganizationRecord, type Quarantined } from '../record.ts'
import type { Effect, Event, Step } from './events.ts'
import {
  type Activity,
  type Connecting,
  type Next,
  type NextAttempt,
  type Online,
  type Pairing,
  pairingOf,
  type Phase,
  type Purpose,
  restingPhase,
  waitsForTurn,
} from './phase.ts'
import { type Errand, newSession, retrialOf, type Retry, type Session } from './session.ts'
import { ended, isUnsteady, keepsBreaking, STRANGE_TIMES } from './steadiness.ts'

/** The moves that several events share. Each abandons what ran before by raising the epoch. */

export function stay(session: Session, ...effects: readonly Effect[]): Step {
  return { session, effects }
}

export function into(session: Session, phase: Phase): Session {
  return { ...session, phase }
}

function raised(session: Session, phase: Phase): Session {
  // Whatever was open is abandoned with it.
  const steady = { ...session.steady, openedAt: null, lasted: false }
  return { ...session, phase, steady, epoch: session.epoch + 1 }
}

/** Asks for a turn to open the store and connect. @param asked a person waits for it */
export function begin(session: Session, purpose: Purpose, asked = false): Step {
  return stay(raised(session, { kind: 'queued', purpose, asked }), { type: 'close' })
}

export function connect(session: Session, at: Millis, pairing: Pairing = 'none', renewVersion = false): Step {
  const times = { since: at, until: at + DEADLINES.login }
  const next = raised(session, { kind: 'connecting', pairing, ...times, slow: false })
  return stay(next, { type: 'disconnect' }, { type: 'connect', epoch: next.epoch, renewVersion })
}

/** Logs in with credentials that hold a link, and makes sure that the record says so first. */
export function login(session: Session, at: Millis, number: string | null): Step {
  const record = { ...session.record, linked: true, lastNumber: session.record.lastNumber ?? number }
  const step = connect({ ...session, record }, at)
  if (session.record.linked) return step
  return stay(
    step.session,
    { type: 'write', epoch: step.session.epoch, record, vital: true },
    ...step.effects,
  )
}

/** Builds a new generation from the newest snapshot of this one. */
export function restoreSnapshot(session: Session, at: Millis): Step {
  const to = session.record.nextGeneration
  const restoring: Session = {
    ...raised(session, { kind: 'restoring', to, until: at + DEADLINES.restore }),
    retry: null,
    repair: 'restore-snapshot',
    report: null,
  }
  const { epoch, record } = restoring
  return stay(restoring, { type: 'close' }, { type: 'restore', epoch, record, to })
}

/** Pauses this link to log the old one out at WhatsApp. */
export function retirePrevious(session: Session, at: Millis, aside: Quarantined): Step {
  const retiring = raised(session, { kind: 'retiring', aside, until: at + DEADLINES.retire })
  const { epoch, record } = retiring
  return stay({ ...retiring, retry: null }, { type: 'close' }, { type: 'retire', epoch, record, aside })
}

/** Asks WhatsApp to remove the link, on the socket that is open. */
export function logOut(session: Session, at: Millis, errand: Errand): Step {
  const phase: Phase = { kind: 'logging-out', until: at + DEADLINES.logOut }
  return stay({ ...into(session, phase), errand }, { type: 'log-out', epoch: session.epoch })
}

/** WhatsApp has removed the link on request: its generation is put aside for good. */
export function loggedOut(session: Session, at: Millis): Step {
  const record = nextGeneration(session.record, at, true)
  if (session.errand !== 'change-number') {
    return leave(session, at, 'logging-out', { ...record, wanted: false }, 'rest')
  }
  const { lastNumber } = record
  const previousNumber = lastNumber === null ? null : { number: lastNumber, changedAt: at }
  // Without a number to compare with, whichever links next is right.
  const changing = { ...record, wanted: true, lastNumber: null, lid: null, previousNumber }
  return leave(session, at, 'connecting', changing, 'link')
}

/** Frees everything, writes `record`, and goes on to `next` once it is on disk. */
export function leave(
  session: Session,
  at: Millis,
  activity: Activity,
  record: OrganizationRecord,
  next: Next,
): Step {
  const left: Session = {
    ...raised(session, { kind: 'leaving', activity, next, until: at + DEADLINES.leave }),
    record,
    retry: null,
    health: renewed(session.health),
    phoneNumber: null,
    setback: null,
    errand: null,
    unconfirmed: null,
    test: null,
    repair: null,
  }
  return stay(left, { type: 'close' }, { type: 'write', epoch: left.epoch, record, vital: true })
}

/** Waits for the person, also across restarts; what WhatsApp has said to end is tried once after its end. */
export function hold(
  session: Session,
  cause: Cause,
  changes: Partial<OrganizationRecord> = {},
  about: About | null = null,
): Step {
  const record = { ...session.record, ...changes, heldBy: cause }
  const held = { ...attending(session, cause, about), record }
  return stay(held, { type: 'close' }, { type: 'write', epoch: held.epoch, record, vital: false })
}

/** Waits for the person, but only in this run: what is wrong lies outside this session. */
export function refuse(session: Session, cause: Cause, about: About | null): Step {
  return stay(attending(session, cause, about), { type: 'close' })
}

function attending(session: Session, cause: Cause, about: About | null): Session {
  return { ...raised(session, { kind: 'attention', cause, about }), retry: null, errand: null, test: null }
}

/** No scan, or the person changed their mind: unlinked, without a socket. */
export function giveUpLink(session: Session, cause: Cause | null): Step {
  const record = { ...session.record, wanted: false }
  const resting: Session = {
    ...raised(session, { kind: 'unlinked', cause }),
    record,
    retry: null,
    phoneNumber: null,
    setback: null,
  }
  return stay(resting, { type: 'close' }, { type: 'write', epoch: resting.epoch, record, vital: false })
}

/** What was on screen has come to nothing: there is another code at once, which says so. */
export function linkAnew(session: Session, setback: Cause): Step {
  return begin({ ...session, retry: null, setback }, 'link', true)
}

/** The store or the disk refused. What may pass is looked at again; the rest waits for the person. */
export function unavailable(session: Session, at: Millis, cause: Cause, about: About | null = null): Step {
  if (!mayPass(cause)) return refuse(session, cause, about)
  const phase: Phase = { kind: 'unavailable', cause, about, nextAt: at + DEADLINES.recheck }
  return stay({ ...raised(session, phase), retry: null, errand: null, test: null }, { type: 'close' })
}

/** Goes on from what another program has made of the record. */
export function yieldTo({ epoch, settings }: Session, record: OrganizationRecord): Step {
  const session: Session = { ...newSession(record), epoch, settings }
  if (record.removedAt !== null) return refuse(session, causeOf('folder-missing'), null)
  return record.wanted && record.heldBy === null ? begin(session, 'restore') : rest(session)
}

/** Back to rest as the disk has it. */
export function rest(session: Session): Step {
  return stay({ ...raised(session, restingPhase(session.record)), retry: null }, { type: 'close' })
}

/** The attempt that a session waits for, as soon as it is its turn. @param asked a person waits for it */
export function attempt(session: Session, asked = false): Step {
  const { phase } = session
  if (phase.kind !== 'waiting') return stay(session)
  if (phase.next === 'inspect') return inspect(session, asked)
  const { pairing } = phase
  const renewVersion = phase.next === 'renew-version'
  return stay(raised(session, { kind: 'rejoining', pairing, renewVersion, asked }))
}

/** A login that was sent into an outage is not waited for: it is sent again, as soon as it is its turn. */
export function loginAgain(session: Session, { pairing }: Connecting): Step {
  if (!session.record.linked) return inspect(session, false)
  const rejoining = raised(session, { kind: 'rejoining', pairing, renewVersion: false, asked: false })
  return stay(rejoining, { type: 'disconnect' })
}

/** The person waits for what has not had its turn yet. */
export function hurry(session: Session): Step {
  const { phase } = session
  return waitsForTurn(phase) && !phase.asked ? stay(into(session, { ...phase, asked: true })) : stay(session)
}

function inspect(session: Session, asked: boolean): Step {
  return begin(session, session.record.linked ? 'restore' : 'link', asked)
}

/** Waits and tries again; `pairing` survives the wait. */
export function wait(
  session: Session,
  event: Event,
  reaction: Reaction,
  pairing: Pairing = pairingOf(session.phase),
): Step {
  const { retry: row, record } = session
  const lost = session.phase.kind === 'online' ? onlineFacts(session.phase) : null
  const before = lost ?? row?.before ?? null
  const attempts = row ? row.attempt + 1 : 0
  const { then } = reaction
  const failed = {
    own: (row?.own ?? 0) + (lastsByItself(reaction.cause) ? 0 : 1),
    renewals: (row?.renewals ?? 0) + (then === 'renew-version' ? 1 : 0),
  }
  const news = newsOf(session, reaction, failed, before === null)

  const { openedAt, lasted } = session.steady
  const short = openedAt !== null && !lasted
  const steady = ended(session.steady, event.uptime)
  const unsteady = (row?.unsteady ?? false) || (short && isUnsteady(steady))
  // Where nothing has lasted yet, what has to be shown is counted from the first connection that did not.
  const since = short ? event.at - (event.uptime - openedAt) : event.at
  const showAt = row?.showAt ?? Math.min(event.at + DEADLINES.flicker, since + DEADLINES.overlook)
  const known = before === null || news.told || unsteady || keepsBreaking(steady) || event.at >= showAt

  const patience = waitBefore(attempts, reaction, short || unsteady, event.random)
  const delay = pairing === 'second-login' ? Math.max(DEADLINES.afterPairing, patience) : patience
  const next = nextAttempt(session, then)
  const waiting: Session = {
    ...raised(session, { kind: 'waiting', nextAt: event.at + delay, next, pairing }),
    // What was to be done on a working connection is not done behind the person's back later, but it is said.
    errand: null,
    unconfirmed: session.errand ?? session.unconfirmed,
    test: null,
    steady,
    retry: {
      ...failed,
      ...news,
      attempt: attempts,
      before,
      trusted: row?.trusted ?? lasted,
      refused: openedAt === null && record.linked,
      unsteady,
      shown: (row?.shown ?? false) || known,
      showAt,
      showBy: row?.showBy ?? since + DEADLINES.believe,
    },
  }
  return stay(waiting, { type: next === 'inspect' ? 'close' : 'disconnect' })
}

/** What there is to say of a row of failures; whether a person is told does not end it. @param never not online in this run */
function newsOf(
  { record, steady }: Session,
  { then, cause }: Reaction,
  { own, renewals }: Pick<Retry, 'own' | 'renewals'>,
  never: boolean,
): Pick<Retry, 'cause' | 'about' | 'told'> {
  const refused = own > RESTORE_TRIES || renewals > VERSION_TRIES || steady.strange >= STRANGE_TIMES
  if (lastsByItself(cause) || !refused) return { cause, about: null, told: false }
  return record.linked && never && then !== 'renew-version'
    ? { cause: causeOf('restore-failed', cause.detail), about: { kind: 'cause', cause }, told: true }
    : { cause, about: null, told: true }
}

/** The way to WhatsApp may be open again, or WhatsApp lets others in. */
export function nudged(session: Session, { at, random }: Event): Step {
  const { phase, retry } = session
  if (phase.kind !== 'waiting') return stay(session)
  if (!retry?.unsteady) return attempt(session)
  const nextAt = Math.min(phase.nextAt, at + Math.round((NUDGED_WAIT * (1 + random)) / 2))
  return stay(nextAt === phase.nextAt ? session : into(session, { ...phase, nextAt }))
}

/** The end that WhatsApp named for what holds the session is over: it is tried, once. */
export function retrial(session: Session, at: Millis): Step {
  const due = retrialOf(session)
  if (session.phase.kind !== 'attention' || due === null || at < due) return stay(session)
  return leave(session, at, 'connecting', { ...session.record, heldBy: null }, 'restore')
}

function nextAttempt({ record }: Session, then: Reaction['then']): NextAttempt {
  // Without a link there is nothing to keep: what an abandoned attempt left in memory is not used again.
  if (then === 'inspect' || !record.linked) return 'inspect'
  return then === 'renew-version' ? 'renew-version' : 'connect'
}

/** A deadline passed in silence. */
export function silence(session: Session, event: Event): Step {
  return wait(session, event, { then: 'again', cause: causeOf('whatsapp-unavailable') })
}

function onlineFacts({ number, accountName, platform, since, lastActivity }: Online): Online {
  return { number, accountName, platform, since, lastActivity }
}
