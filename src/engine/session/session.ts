import type { Cause } from '../../contract/cause.ts'
import type { About, Millis, RepairReport, TestView } from '../../contract/session-view.ts'
import { HASTY, nextLook, PATIENT, type Patience } from '../health/unreadable.ts'
import { HEALTHY, type Health } from '../health/health.ts'
import { dueOf, isResting, type Online, type Phase, restingPhase, waitsForTurn } from './phase.ts'
import { DEADLINES, lastsByItself } from './policy.ts'
import type { OrganizationRecord } from '../record.ts'
import { type Steadiness, UNTRIED } from './steadiness.ts'

/** Everything the engine knows about one organization's session. Immutable; `transition` makes the next one. */
export interface Session {
  readonly record: OrganizationRecord
  /**
   * The generation of the socket: raised whenever one is started or abandoned. What arrives under another epoch is
   * dropped, so that an old socket can never act on a newer state.
   */
  readonly epoch: number
  readonly phase: Phase
  /** The unbroken row of failed attempts; null once a connection has lasted. */
  readonly retry: Retry | null
  readonly steady: Steadiness
  readonly health: Health
  /** Links by a code for this number (digits) instead of a QR. */
  readonly phoneNumber: string | null
  /** Why the code before the next one came to nothing; null where none did. */
  readonly setback: Cause | null
  /** What is to be done as soon as the connection works, instead of staying online. */
  readonly errand: Errand | null
  /** The last log-out, where WhatsApp never confirmed it: it may have been heard, and only the answer lost. */
  readonly unconfirmed: Errand | null
  /** A check of the connection, under way or done. */
  readonly test: TestView | null
  /** The repair that is under way, and what the last one did. */
  readonly repair: RepairReport['step'] | null
  readonly report: RepairReport | null
  /** When the newest good copy of the store was made. */
  readonly snapshotAt: Millis | null
  /** Whether the folder it came from still holds its keys; null while that was not looked at in this run. */
  readonly sourceThere: boolean | null
  readonly settings: SessionSettings
}

/** What the person has set for every session. */
export interface SessionSettings {
  /** How long what was cleared can be brought back. */
  readonly quarantineMs: Millis
  /** How old the newest copy of a store that works may become. */
  readonly snapshotMs: Millis
  /** Practice mode: what takes hours elsewhere is told within seconds. */
  readonly hasty?: boolean
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Unless the person wants it otherwise. */
export const SETTINGS: SessionSettings = { quarantineMs: 7 * DAY_MS, snapshotMs: DAY_MS }

/** How patiently failures are judged before the person is told. */
export function patienceOf({ hasty = false }: SessionSettings): Patience {
  return hasty ? HASTY : PATIENT
}

/** `give-back`: as `log-out`, and the number is forgotten here, because it is another organization's. */
export type Errand = 'log-out' | 'change-number' | 'give-back'

export interface Retry {
  readonly attempt: number
  /** How many of them failed for a reason that lies neither with the network nor with WhatsApp. */
  readonly own: number
  /** How many of them failed because of the version. */
  readonly renewals: number
  readonly cause: Cause
  readonly about: About | null
  /** It will not be over in moments: a person should know, and it goes on trying. */
  readonly told: boolean
  /** The connection before the row had lasted. */
  readonly trusted: boolean
  /** The last attempt did not even get in. */
  readonly refused: boolean
  /** Too many connections did not last: an open one is not shown before it has. */
  readonly unsteady: boolean
  /** False during the first seconds of a reconnection, while the person still sees what was before. */
  readonly shown: boolean
  readonly showAt: Millis
  /** When a connection that is open but has not lasted is no longer shown as one. */
  readonly showBy: Millis
  readonly before: Online | null
}

export function newSession(record: OrganizationRecord): Session {
  return {
    record,
    epoch: 0,
    phase: restingPhase(record),
    retry: null,
    steady: UNTRIED,
    health: HEALTHY,
    phoneNumber: null,
    setback: null,
    errand: null,
    unconfirmed: null,
    test: null,
    repair: null,
    report: null,
    snapshotAt: null,
    sourceThere: null,
    settings: SETTINGS,
  }
}

/**
 * When the session wants to be woken, or null while it rests. Every phase that waits for something has one, so that
 * none can wait for ever. (`queued` and `rejoining` wait for turns, whose holders all have one.)
 */
export function alarmOf(session: Session): Millis | null {
  const { phase, retry, test, health, settings } = session
  if (phase.kind === 'online') {
    const disbelieved = retry && !retry.shown ? retry.showBy : null
    return earliest(testEndOf(test), nextLook(health.unreadable, patienceOf(settings)), disbelieved)
  }
  if (isResting(phase)) return retrialOf(session)
  const showAt = retry && !retry.shown ? retry.showAt : null
  return earliest(dueOf(phase), turnEndOf(phase), showAt)
}

function earliest(...times: readonly (Millis | null)[]): Millis | null {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** When a test that waits for an answer is given up. */
export function testEndOf(test: TestView | null): Millis | null {
  return test && isRunning(test) ? test.startedAt + DEADLINES.test : null
}

/** When a session that WhatsApp holds may be tried once, because the end that it named is over; else null. */
export function retrialOf({ record }: Session): Millis | null {
  return record.wanted && record.removedAt === null ? (record.heldBy?.until ?? null) : null
}

/** When a session that connects gives its turn back, or null where it has none to give back. */
export function turnEndOf(phase: Phase): Millis | null {
  return phase.kind === 'connecting' && !phase.slow ? phase.since + DEADLINES.turn : null
}

/** Whether it waits for a network, or a server, that does not answer. */
export function waitsForNetwork({ phase, retry }: Session): boolean {
  if (phase.kind === 'connecting') return phase.slow
  if (phase.kind !== 'waiting' && !waitsForTurn(phase)) return false
  return retry !== null && lastsByItself(retry.cause)
}

/** Whether it waits although it never got in: what keeps it out may keep others out, and end for all at once. */
export function waitsOutside({ phase, retry }: Session): boolean {
  return phase.kind === 'waiting' && retry !== null && retry.refused
}

/** Whether WhatsApp has just let it in after it had refused it. */
export function hasComeIn(before: Session, { phase }: Session): boolean {
  return before.retry?.refused === true && before.phase.kind !== 'online' && phase.kind === 'online'
}

/** Whether a check of the connection still waits for an answer. */
export function isRunning(test: TestView): boolean {
  return test.link === 'waiting' || (test.link === 'good' && test.phone === 'waiting')
}
