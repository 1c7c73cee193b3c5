import type { Millis } from '../../contract/session-view.ts'
import { ageOf, isRecent } from '../../contract/age.ts'

/**
 * Messages that this computer could not read. Most of them arrive by themselves, because WhatsApp asks their sender to
 * send them again: only what is still unreadable after a while counts. Bounded, and without content.
 */
export interface Unreadable {
  readonly failures: readonly Failure[]
  /** How many more there were before those; nobody waits for them any longer. */
  readonly earlier: number
  /** Conversations were begun anew: one failure of each person is part of that. Null while none were. */
  readonly anew: { readonly at: Millis; readonly failed: readonly string[] } | null
  /** What would have settled by then was looked at. */
  readonly lookedAt: Millis
}

interface Failure {
  readonly id: string
  /** Tells people apart, under whichever of their names they write. */
  readonly person: string
  readonly at: Millis
  /** Belongs to what a repair costs, and is no sign of trouble. */
  readonly expected: boolean
}

/** How patiently failures are judged. */
export interface Patience {
  /** How long a message may take to arrive after all. Events are held back for up to 30 s after a login. */
  readonly settledMs: Millis
  /** In the first hours of a link, and after days off, much arrives of which the keys are still being exchanged. */
  readonly calmMs: Millis
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export const PATIENT: Patience = { settledMs: 90 * SECOND, calmMs: 3 * HOUR }
/** For practice mode, where nobody waits for hours. */
export const HASTY: Patience = { settledMs: 4 * SECOND, calmMs: 0 }

export const NOTHING_UNREADABLE: Unreadable = { failures: [], earlier: 0, anew: null, lookedAt: 0 }

const KEPT = 500
const WINDOW = 30 * MINUTE
/** How long after a repair a person's first failure is part of it. */
const ANEW = 24 * HOUR
/** One contact heals itself by retry; several at once mean that this session's own keys are the trouble. */
const PEOPLE = 3
const FAILURES = 6

/** A message could not be read; WhatsApp's own attempts to send it again may follow, and count as one with it. */
export function withFailure(unreadable: Unreadable, at: Millis, id: string, person: string): Unreadable {
  const { failures, earlier, anew } = unreadable
  if (failures.some((failure) => failure.id === id)) return unreadable
  const expected = anew !== null && isRecent(anew.at, ANEW, at) && !anew.failed.includes(person)
  const all = [...failures, { id, person, at, expected }]
  const kept = all.slice(-KEPT)
  return {
    ...unreadable,
    failures: kept,
    earlier: earlier + all.length - kept.length,
    anew: expected ? { ...anew, failed: [...anew.failed, person].slice(-KEPT) } : anew,
  }
}

/** A message has arrived that can be read: if it is one that could not be before, that is forgotten. */
export function withArrival(unreadable: Unreadable, id: string): Unreadable {
  const failures = unreadable.failures.filter((failure) => failure.id !== id)
  return failures.length === unreadable.failures.length ? unreadable : { ...unreadable, failures }
}

/** Conversations are begun anew, by a repair or because the store went back: what failed before says nothing now. */
export function begunAnew(unreadable: Unreadable, at: Millis): Unreadable {
  const { failures, earlier } = unreadable
  return { ...unreadable, failures: [], earlier: earlier + failures.length, anew: { at, failed: [] } }
}

/** When the next failure has had its time, which is to be shown then; null while there is none. */
export function nextLook({ failures, lookedAt }: Unreadable, { settledMs }: Patience): Millis | null {
  return failures.map(({ at }) => at + settledMs).find((time) => time > lookedAt) ?? null
}

/** The failures of a time were looked at. */
export function lookedUntil(unreadable: Unreadable, lookedAt: Millis): Unreadable {
  return { ...unreadable, lookedAt }
}

/** How many messages have stayed unreadable. */
export function leftUnreadable({ failures, earlier }: Unreadable, at: Millis, patience: Patience): number {
  return earlier + failures.filter((failure) => hasSettled(failure, at, patience)).length
}

/** Whether so much has stayed unreadable, of so many people, that the trouble lies here. */
export function isTrouble({ failures }: Unreadable, at: Millis, patience: Patience): boolean {
  const left = failures.filter(
    (failure) =>
      !failure.expected &&
      hasSettled(failure, at, patience) &&
      isRecent(failure.at, WINDOW + patience.settledMs, at),
  )
  return left.length >= FAILURES && new Set(left.map(({ person }) => person)).size >= PEOPLE
}

function hasSettled(failure: Failure, at: Millis, { settledMs }: Patience): boolean {
  const age = ageOf(failure.at, at)
  return age !== null && age >= settledMs
}
