import type { Millis } from '../../contract/session-view.ts'
import type { Close } from '../ports.ts'

/**
 * What is remembered of a session's connections, so that one that lasts can be told from one that does not, and a
 * flicker from a line that keeps breaking. It is judged here, once: what the window, the activity and the alerts say
 * follows from it. Times are of the computer's uptime, which nobody can set.
 */
export interface Steadiness {
  /** When the connection that is open opened; null while none is. */
  readonly openedAt: Millis | null
  /** Whether it has proven itself. */
  readonly lasted: boolean
  /** The last connections that ended, the newest last. */
  readonly ends: readonly End[]
  /** How many ends in a row came within minutes of a login and named something that nobody here knows. */
  readonly strange: number
}

interface End {
  readonly at: Millis
  /** It ended before it had proven itself. */
  readonly short: boolean
}

export const UNTRIED: Steadiness = { openedAt: null, lasted: false, ends: [], strange: 0 }

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * A connection on which something arrives so long after it opened works. Baileys counts its 30 s between two pings
 * from the handshake, which is some moments before that: the answer to the first one is the latest proof. A login that
 * is accepted and ended a second later, again and again, is never one (such loops are reported to get numbers blocked).
 */
export const LASTING = 25 * SECOND
/** Flickers are counted over so long: more than a few are no flicker any more. */
const WINDOW = 5 * MINUTE
const TOO_MANY = 3
/** So soon after a login an end that WhatsApp names has to do with the login. */
const AFTER_LOGIN = 5 * MINUTE
/** After so many of them in a row it is not WhatsApp's outage. */
export const STRANGE_TIMES = 3

/** XMPP's own words for a server in trouble: they name nothing that is wrong with the session. */
const SERVER_TROUBLE: ReadonlySet<string> = new Set([
  'connection-timeout',
  'internal-server-error',
  'remote-connection-failed',
  'reset',
  'resource-constraint',
  'system-shutdown',
])

export function opened(steady: Steadiness, uptime: Millis): Steadiness {
  return { ...steady, openedAt: uptime, lasted: false }
}

/** Something has arrived on the open connection. */
export function heard(steady: Steadiness, uptime: Millis): Steadiness {
  const { openedAt, lasted } = steady
  if (openedAt === null || lasted || uptime - openedAt < LASTING) return steady
  return { ...steady, lasted: true }
}

/** The connection, or the attempt to make one, is over. */
export function ended(steady: Steadiness, uptime: Millis): Steadiness {
  const { openedAt, lasted } = steady
  const recent = steady.ends.filter(({ at }) => at > uptime - WINDOW)
  const ends = openedAt === null ? recent : [...recent, { at: uptime, short: !lasted }].slice(-TOO_MANY)
  return { ...steady, openedAt: null, lasted: false, ends }
}

/** Counts ends that name something unknown; any other end of a connection that worked begins anew. */
export function named(steady: Steadiness, close: Close, uptime: Millis): Steadiness {
  const { openedAt } = steady
  const soon = openedAt === null || uptime - openedAt < AFTER_LOGIN
  const name = close.how === 'code' ? close.named : undefined
  const strange = close.how === 'unusable' || (name !== undefined && !SERVER_TROUBLE.has(name))
  if (strange && soon) {
    return { ...steady, strange: steady.strange + 1 }
  }
  return openedAt === null || steady.strange === 0 ? steady : { ...steady, strange: 0 }
}

/** Whether connections end so often that the next end is news at once. */
export function keepsBreaking({ ends }: Steadiness): boolean {
  return ends.length >= TOO_MANY
}

/** Whether so many connections in a row have not lasted that an open one is not to be believed before it has. */
export function isUnsteady({ ends }: Steadiness): boolean {
  return ends.length >= TOO_MANY && ends.every(({ short }) => short)
}
