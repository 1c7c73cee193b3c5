import type { Cause } from '../contract/cause.ts'
import type { Restriction } from '../contract/restriction.ts'
import type { Account } from './account.ts'
import type { Millis } from '../contract/session-view.ts'

/** What is true of an organization whether or not the program runs; kept as `organization.json` in its folder. */
export interface OrganizationRecord {
  readonly id: string
  readonly name: string
  /** Fixed at creation; also the name of the folder. */
  readonly sessionName: string
  readonly createdAt: Millis
  /** The current generation holds a link that the phone knows. */
  readonly linked: boolean
  /** The person wants the session to run. */
  readonly wanted: boolean
  /** Digits of the number last linked. */
  readonly lastNumber: string | null
  /** Digits of the name that WhatsApp gives its account instead of the number (LID); null while it was never told. */
  readonly lid: string | null
  /** The number before that one, and when it changed. */
  readonly previousNumber: { readonly number: string; readonly changedAt: Millis } | null
  /** The number that has linked although another was expected; the person decides about it. */
  readonly heldNumber: string | null
  /** The LID of the account that has linked although another was expected. */
  readonly heldLid: string | null
  /** When the present link was made; null where that was not noted. */
  readonly linkedAt: Millis | null
  /** When the phone itself last gave a sign. */
  readonly phoneSeen: Millis | null
  /** From when on a sign of the phone would have been seen; null where that goes back further than its last one. */
  readonly watchedSince: Millis | null
  /** Names and ids it had elsewhere; any of them finds it. */
  readonly aliases: readonly string[]
  /** It came from another server, which may still be running the same link. */
  readonly elsewhere: boolean
  /** Where it was taken over from, as long as keys may lie there; null where it was linked here. */
  readonly source: Source | null
  /** The installation whose vault has sealed the current generation; null where that was not yet noted. */
  readonly installation: string | null
  /** Why it waits for a person, across restarts; null while it does not. */
  readonly heldBy: Cause | null
  /** The generation in use: a subfolder `g1`, `g2`, … */
  readonly generation: number
  /** A number no generation has had. */
  readonly nextGeneration: number
  /** When it last was online, to within hours; null where never. */
  readonly usedAt: Millis | null
  /** When the person removed it; the folder stays until it expires. */
  readonly removedAt: Millis | null
  readonly quarantine: readonly Quarantined[]
  /** What was seen to be in quarantine for longer than the person wants, and goes if that stays so. */
  readonly overdue: readonly Overdue[]
  /** What WhatsApp did not allow when it last said so, the newest first; it may be over by now. */
  readonly restrictions: readonly KnownRestriction[]
}

/** Of which account, and since when. */
export interface KnownRestriction extends Restriction, Account {
  readonly since: Millis
}

/** A folder in Baileys' layout that a session was taken over from. */
export interface Source {
  /** Its whole path. */
  readonly folder: string
  /** Where that led, and to which folder; null where it was not noted. */
  readonly place: Place | null
  /** Tells the link in it from every other. */
  readonly identity: string
  /** The person wants to keep it for now and is not asked again. */
  readonly kept: boolean
}

/** One folder, which no other becomes by taking its name. */
export interface Place {
  /** Where it is, without any link. */
  readonly path: string
  /** As the file system numbers it, and when it was made (nanoseconds since 1970); `0` where it does not say. */
  readonly inode: string
  readonly born: string
}

export interface Overdue {
  /** Null for the organization as a whole. */
  readonly generation: number | null
  /** When it was first seen. */
  readonly since: Millis
}

/** A generation that a clear put aside. Its folder stays as it was. */
export interface Quarantined {
  readonly generation: number
  readonly clearedAt: Millis
  readonly linked: boolean
  readonly number: string | null
  readonly lid: string | null
  /** WhatsApp had ended this link, so that bringing it back is pointless. */
  readonly ended: boolean
}

/** No shop clears so often; a record that claims more is not Enlace's. */
export const MOST_GENERATIONS = 999_999_999

/** Names that Windows keeps for devices and that can be no folder. */
export const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/**
 * Puts the current generation into quarantine and names a new, empty one. The one atomic write of the result is
 * the commit point of a clear: before it nothing has changed, after it everything has.
 */
export function nextGeneration(record: OrganizationRecord, at: Millis, ended: boolean): OrganizationRecord {
  const aside: Quarantined = {
    generation: record.generation,
    clearedAt: at,
    linked: record.linked,
    number: record.lastNumber,
    lid: record.lid,
    ended,
  }
  return {
    ...record,
    linked: false,
    heldBy: null,
    heldNumber: null,
    heldLid: null,
    linkedAt: null,
    phoneSeen: null,
    watchedSince: null,
    elsewhere: false,
    generation: record.nextGeneration,
    nextGeneration: numberAfter(record),
    quarantine: [aside, ...record.quarantine],
  }
}

/** Behind the last number there is, it goes on with the lowest that nothing has. */
function numberAfter(record: OrganizationRecord): number {
  const taken = new Set([record.generation, record.nextGeneration])
  for (const { generation } of record.quarantine) taken.add(generation)
  let free = record.nextGeneration
  while (taken.has(free)) free = free < MOST_GENERATIONS ? free + 1 : 1
  return free
}

/** The newest link that was put aside and that WhatsApp still knows. */
export function previousLink(record: OrganizationRecord): Quarantined | null {
  return record.quarantine.find((aside) => aside.linked && !aside.ended) ?? null
}

/** The link of `aside` is gone at WhatsApp: bringing it back is pointless from now on. */
export function retired(record: OrganizationRecord, aside: Quarantined): OrganizationRecord {
  const ended = (other: Quarantined) =>
    other.generation === aside.generation ? { ...other, ended: true } : other
  return { ...record, quarantine: record.quarantine.map(ended) }
}

/** Brings `aside` back; a link made since then goes into quarantine in its place. */
export function restored(record: OrganizationRecord, aside: Quarantined, at: Millis): OrganizationRecord {
  const others = record.quarantine.filter((other) => other.generation !== aside.generation)
  const replaced: readonly Quarantined[] = record.linked
    ? [
        {
          generation: record.generation,
          clearedAt: at,
          linked: true,
          number: record.lastNumber,
          lid: record.lid,
          ended: record.heldBy !== null && endsLink(record.heldBy),
        },
      ]
    : []
  return {
    ...record,
    linked: true,
    heldBy: null,
    heldNumber: null,
    heldLid: null,
    generation: aside.generation,
    lastNumber: aside.number ?? record.lastNumber,
    lid: aside.lid,
    linkedAt: null,
    watchedSince: at,
    quarantine: [...replaced, ...others],
    overdue: record.overdue.filter((other) => other.generation !== aside.generation),
  }
}

/** Causes after which WhatsApp no longer knows the link: only a new one helps. */
export function endsLink(cause: Cause): boolean {
  return ['unlinked-from-phone', 'relink-required', 'removed-while-limited'].includes(cause.code)
}
