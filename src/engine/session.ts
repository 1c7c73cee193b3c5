import type { Cause } from '../contract/cause.ts'
import type { About, LinkStep, Millis, SessionCommand, TestView } from '../contract/session-view.ts'
import { HEALTHY, type Health } from './health.ts'
import { DEADLINES } from './policy.ts'
import type { SocketEvent } from './ports.ts'
import type { OrganizationRecord } from './record.ts'

/** Everything the engine knows about one organization's session. Immutable; `transition` makes the next one. */
export interface Session {
  readonly record: OrganizationRecord
  /**
   * The generation of the socket: raised whenever one is started or abandoned. What arrives under another epoch is
   * dropped, so that an old socket can never act on a newer state.
   */
  readonly epoch: number
  readonly phase: Phase
  /** The unbroken row of failed attempts; null once traffic has proven a connection. */
  readonly retry: Retry | null
  readonly health: Health
  /** Links by a code for this number (digits) instead of a QR. */
  readonly phoneNumber: string | null
  /** What is to be done as soon as the connection works, instead of staying online. */
  readonly errand: Errand | null
  /** A check of the connection, under way or done. */
  readonly test: TestView | null
}

export type Errand = 'log-out' | 'change-number'

export type Phase =
  | { readonly kind: 'unlinked'; readonly cause: Cause | null }
  /** Waits for its turn, so that two hundred sessions do not start at once. */
  | { readonly kind: 'queued'; readonly purpose: Purpose }
  | { readonly kind: 'opening'; readonly purpose: Purpose; readonly until: Millis }
  | { readonly kind: 'connecting'; readonly pairing: Pairing; readonly until: Millis }
  | { readonly kind: 'scan'; readonly shown: Qr | PhoneCode; readonly until: Millis }
  | { readonly kind: 'linking'; readonly step: LinkStep; readonly until: Millis }
  | ({ readonly kind: 'online' } & Online)
  /** Between two attempts. */
  | {
      readonly kind: 'waiting'
      readonly nextAt: Millis
      readonly next: NextAttempt
      readonly pairing: Pairing
    }
  /** WhatsApp has been asked to remove the link; the socket stays until it answers. */
  | { readonly kind: 'logging-out'; readonly until: Millis }
  /** Something is being brought to its end; `next` is what follows once it is on disk. */
  | { readonly kind: 'leaving'; readonly activity: Activity; readonly next: Next; readonly until: Millis }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'attention'; readonly cause: Cause; readonly about: About | null }
  | { readonly kind: 'unavailable'; readonly cause: Cause; readonly nextAt: Millis }

/** `link` ends in a QR where nothing is linked; `restore` never shows one. */
export type Purpose = 'link' | 'restore'

/** Whether this is the login that completes a pairing; its second try answers WhatsApp's transient 401. */
export type Pairing = 'none' | 'first-login' | 'second-login'

/** `inspect`: open and check the store anew first. `renew-version`: ask for WhatsApp's web version first. */
export type NextAttempt = 'connect' | 'inspect' | 'renew-version'

/** What the person sees meanwhile. */
export type Activity = 'connecting' | 'clearing' | 'logging-out' | 'stopping'
export type Next = 'rest' | Purpose

export interface PhoneCode {
  readonly kind: 'code'
  readonly code: string
  readonly number: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
}

export interface Qr {
  readonly kind: 'qr'
  readonly text: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
  readonly index: number
  readonly of: number
}

export interface Online {
  readonly number: string
  readonly accountName: string | null
  readonly platform: string | null
  readonly since: Millis
  readonly lastActivity: Millis
}

export interface Retry {
  readonly attempt: number
  readonly cause: Cause
  /** False during the first seconds of a reconnection, while the person still sees what was before. */
  readonly shown: boolean
  readonly showAt: Millis
  readonly before: Online | null
}

/** What can happen to a session. `at` and `random` come in with it: the transition has no clock and no dice. */
export type Event = { readonly at: Millis; readonly random: number } & Occurrence

export type Occurrence =
  /** `number` in digits. */
  | { readonly type: 'link-by-phone'; readonly number: string }
  | { readonly type: 'rename'; readonly name: string }
  /** The folders were looked at; this one's is there, or not. */
  | { readonly type: 'patrol'; readonly folderThere: boolean }
  /** The computer has woken up, or the way to WhatsApp is open again: what waits tries at once. */
  | { readonly type: 'nudge' }
  /** The program has started. */
  | { readonly type: 'start' }
  | { readonly type: 'command'; readonly command: SessionCommand }
  /** Its turn to start has come. */
  | { readonly type: 'turn'; readonly epoch: number }
  | {
      readonly type: 'opened'
      readonly epoch: number
      readonly contents: 'blank' | 'linked'
      readonly number: string | null
      /** The name of the organization that already runs this number. */
      readonly takenBy: string | null
    }
  | { readonly type: 'open-failed'; readonly epoch: number; readonly cause: Cause }
  | {
      readonly type: 'socket'
      readonly epoch: number
      readonly event: SocketEvent
      /** With `open`: the name of the organization that already runs this number. */
      readonly takenBy: string | null
    }
  | { readonly type: 'logged-out'; readonly epoch: number; readonly confirmed: boolean }
  | { readonly type: 'written'; readonly epoch: number }
  /** `onDisk` is what the record still says, because the new one could not be written. */
  | {
      readonly type: 'write-failed'
      readonly epoch: number
      readonly cause: Cause
      readonly onDisk: OrganizationRecord
    }
  /** An effect failed in a way that nobody foresaw. */
  | { readonly type: 'defect'; readonly epoch: number }
  /** The time that `alarmOf` asked for has come. */
  | { readonly type: 'alarm' }

/** What the transition asks for. The runner carries them out in order, one at a time. */
export type Effect =
  | { readonly type: 'open'; readonly epoch: number; readonly record: OrganizationRecord }
  | { readonly type: 'connect'; readonly epoch: number; readonly renewVersion: boolean }
  /** Makes sure that the socket's other side is still there. */
  | { readonly type: 'check' }
  | { readonly type: 'checkpoint'; readonly epoch: number }
  | { readonly type: 'request-code'; readonly epoch: number; readonly number: string }
  | { readonly type: 'test'; readonly epoch: number }
  | { readonly type: 'log-out'; readonly epoch: number }
  | { readonly type: 'write'; readonly epoch: number; readonly record: OrganizationRecord }
  /** Frees the socket; the store stays open. */
  | { readonly type: 'disconnect' }
  /** Frees the socket and closes the store. */
  | { readonly type: 'close' }

export interface Step {
  readonly session: Session
  readonly effects: readonly Effect[]
}

export function newSession(record: OrganizationRecord): Session {
  return {
    record,
    epoch: 0,
    phase: restingPhase(record),
    retry: null,
    health: HEALTHY,
    phoneNumber: null,
    errand: null,
    test: null,
  }
}

/** Where a session without a socket rests, by what is on disk. */
export function restingPhase(record: OrganizationRecord): Phase {
  if (record.heldBy) return { kind: 'attention', cause: record.heldBy, about: null }
  return record.linked ? { kind: 'stopped' } : { kind: 'unlinked', cause: null }
}

/**
 * When the session wants to be woken, or null while it rests. Every phase that waits for something has one, so that
 * none can wait for ever. (`queued` waits for turns, whose holders all have one.)
 */
export function alarmOf(session: Session): Millis | null {
  const { phase, retry, test } = session
  if (phase.kind === 'online') return test && isRunning(test) ? test.startedAt + DEADLINES.test : null
  const due = dueOf(phase)
  if (due === null) return null
  return retry && !retry.shown ? Math.min(due, retry.showAt) : due
}

/** Whether a check of the connection still waits for an answer. */
export function isRunning(test: TestView): boolean {
  return test.link === 'waiting' || (test.link === 'good' && test.phone === 'waiting')
}

function dueOf(phase: Phase): Millis | null {
  switch (phase.kind) {
    case 'opening':
    case 'connecting':
    case 'scan':
    case 'linking':
    case 'logging-out':
    case 'leaving':
      return phase.until
    case 'waiting':
    case 'unavailable':
      return phase.nextAt
    case 'unlinked':
    case 'queued':
    case 'online':
    case 'stopped':
    case 'attention':
      return null
  }
}

/** Phases without socket and store, in which nothing happens before a person acts. */
export function isResting(phase: Phase): boolean {
  return phase.kind === 'unlinked' || phase.kind === 'stopped' || phase.kind === 'attention'
}

/** Phases in which a socket is there and may speak. */
export function holdsSocket(phase: Phase): boolean {
  switch (phase.kind) {
    case 'connecting':
    case 'scan':
    case 'linking':
    case 'online':
    case 'logging-out':
      return true
    case 'leaving':
    case 'unlinked':
    case 'queued':
    case 'opening':
    case 'waiting':
    case 'stopped':
    case 'attention':
    case 'unavailable':
      return false
  }
}

/** Phases that hold one of the limited turns to start. */
export function holdsTurn(phase: Phase): boolean {
  return phase.kind === 'opening' || phase.kind === 'connecting'
}
