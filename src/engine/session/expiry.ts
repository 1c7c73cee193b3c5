import type { Millis } from '../../contract/session-view.ts'
import { type OrganizationRecord, type Overdue, previousLink, type Quarantined } from '../record.ts'

/**
 * How long something has to be seen as overdue before it goes. The computer's clock alone is no reason to delete: one
 * that was wrong when a thing was put aside, or is wrong now, has been put right by then
 * (`docs/decisions/0015-clocks-and-expiry.md`).
 */
const SEEN_FOR_MS = 24 * 60 * 60 * 1000

/** What a look at everything that was put aside has found. */
export interface Look {
  /** The record with what is overdue noted and without the generations that go; the same one where nothing changed. */
  readonly record: OrganizationRecord
  readonly gone: readonly Quarantined[]
  /** The organization was removed, and its time is over. */
  readonly goneAsWhole: boolean
}

/** Looks at what was put aside. Looks are to be a good while apart: at the start of the program, and once a day. */
export function lookForOverdue(record: OrganizationRecord, at: Millis, quarantineMs: Millis): Look {
  const overdue: Overdue[] = []
  /** Whether it goes; what is overdue and stays is noted. */
  const goes = (generation: number | null, putAsideAt: Millis): boolean => {
    if (at < putAsideAt + quarantineMs) return false
    const known = record.overdue.find((other) => other.generation === generation)
    // Seen first by a clock that has been put back since.
    const since = known && known.since <= at ? known.since : at
    // Where nothing is to be kept no clock is asked.
    if (quarantineMs === 0 || at >= since + SEEN_FOR_MS) return true
    overdue.push({ generation, since })
    return false
  }
  const goneAsWhole = record.removedAt !== null && goes(null, record.removedAt)
  const gone = record.quarantine.filter((aside) => goes(aside.generation, aside.clearedAt))
  const quarantine = record.quarantine.filter((aside) => !gone.includes(aside))
  const same = gone.length === 0 && JSON.stringify(overdue) === JSON.stringify(record.overdue)
  return { record: same ? record : { ...record, quarantine, overdue }, gone, goneAsWhole }
}

/**
 * Until when something that was put aside stays at least.
 *
 * @param generation null for the organization as a whole
 */
export function keptUntil(
  { overdue }: OrganizationRecord,
  generation: number | null,
  putAsideAt: Millis,
  at: Millis,
  quarantineMs: Millis,
): Millis {
  const due = putAsideAt + quarantineMs
  if (at < due || quarantineMs === 0) return due
  const since = overdue.find((other) => other.generation === generation)?.since ?? at
  return Math.max(at, since + SEEN_FOR_MS)
}

/** The newest generation that can still be brought back, if any: as long as it is there. */
export function undoable(record: OrganizationRecord, quarantineMs: Millis): Quarantined | null {
  return quarantineMs === 0 ? null : previousLink(record)
}
