import type { Restriction } from '../../contract/restriction.ts'
import type { Millis, Warning } from '../../contract/session-view.ts'
import { compareAccounts } from '../account.ts'
import type { SocketEvent } from '../ports.ts'
import type { KnownRestriction, OrganizationRecord } from '../record.ts'

const MINUTE = 60_000
/** WhatsApp limits an account and removes its devices in one go: what ended so little ago is still why. */
const AFTERMATH = 10 * MINUTE
/** Without an end it is believed for so long: it is told, or asked for, again when it still holds. */
const WITHOUT_END = 24 * 60 * MINUTE

type Said = Extract<SocketEvent, { type: 'restriction' }>

/** The record with what WhatsApp has said; the same one where that is nothing new. */
export function withRestriction(record: OrganizationRecord, at: Millis, said: Said): OrganizationRecord {
  const before = record.restrictions.find((known) => sortOf(known) === said.sort)
  const others = record.restrictions.filter((known) => known !== before)
  if (said.restriction === null) {
    // That it was there is remembered until nothing follows from it any more.
    if (!before || endOf(before) <= at) return record
    return { ...record, restrictions: [{ ...before, until: at }, ...others] }
  }
  const goesOn = before && isAbout(before, record) && endOf(before) > at
  if (goesOn && before.kind === said.restriction.kind && before.until === said.restriction.until)
    return record
  const { lastNumber: number, lid } = record
  const known = { ...said.restriction, number, lid, since: goesOn ? before.since : at }
  return { ...record, restrictions: [known, ...others] }
}

/** What is wrong because of it, while it lasts. */
export function restrictionWarnings(record: OrganizationRecord, at: Millis): readonly Warning[] {
  return record.restrictions
    .filter((known) => isAbout(known, record) && endOf(known) > at)
    .map((known) => ({ code: sortOf(known), action: null, restriction: told(known) }))
}

/** The lock behind a removal: one that lasts, or that ended minutes ago. */
export function lockBehindRemoval(record: OrganizationRecord, at: Millis): Restriction | null {
  const known = lockOf(record)
  return known && endOf(known) + AFTERMATH > at ? told(known) : null
}

/** The lock that was there last, and whether it still lasts. */
export function lastLock(record: OrganizationRecord): Restriction | null {
  const known = lockOf(record)
  return known && told(known)
}

export function isLocked(record: OrganizationRecord, at: Millis): boolean {
  const known = lockOf(record)
  return known !== null && endOf(known) > at
}

function lockOf(record: OrganizationRecord): KnownRestriction | null {
  return record.restrictions.find((known) => sortOf(known) === 'time-lock' && isAbout(known, record)) ?? null
}

function sortOf({ kind }: Restriction): Said['sort'] {
  return kind === 'chat-cap' ? 'chat-cap' : 'time-lock'
}

/** The account may have changed its number since; another one is not what it is about. */
function isAbout(known: KnownRestriction, { lastNumber, lid }: OrganizationRecord): boolean {
  return ['same', 'number-changed'].includes(compareAccounts(known, { number: lastNumber, lid }))
}

function endOf({ until, since }: KnownRestriction): Millis {
  return until ?? since + WITHOUT_END
}

function told({ kind, until }: KnownRestriction): Restriction {
  return { kind, until }
}
