import type { Cause, CauseCode } from '../../contract/cause.ts'
import type { PasskeyStep } from '../../contract/passkey.ts'
import type { Millis } from '../../contract/session-view.ts'
import { isClockCode } from '../certificate-codes.ts'
import type { Close } from '../ports.ts'
import { STRANGE_TIMES } from './steadiness.ts'

/**
 * What a closed socket means and what happens next. Nothing here, and nothing that follows from it, ever deletes
 * credentials.
 *
 * Telling a person and stopping are two things (decision 23). A session stops only where another login would do harm
 * (`hold`); everything else has a next attempt, within half an hour at the latest, whoever has been told meanwhile.
 *
 * - `again`: the ordinary case; reconnect, waiting longer each time.
 * - `again-patiently`: WhatsApp asked for patience; the first wait is longer.
 * - `renew-version`: as `again`, with WhatsApp's present web version, which is asked for each time.
 * - `inspect`: as `again`, but the store is opened and checked anew first.
 * - `renew-code`: a scan came to nothing; another code at once.
 * - `hold`: a retry would do harm; wait for the person.
 * - `expire`: nobody scanned; rest quietly.
 */
export interface Reaction {
  readonly then: 'again' | 'again-patiently' | 'renew-version' | 'inspect' | 'renew-code' | 'hold' | 'expire'
  readonly cause: Cause
}

const BY_CODE: Readonly<Record<number, readonly [Reaction['then'], CauseCode]>> = {
  401: ['hold', 'unlinked-from-phone'],
  402: ['hold', 'restricted'],
  403: ['hold', 'restricted'],
  405: ['renew-version', 'outdated'],
  406: ['hold', 'banned'],
  408: ['again', 'network'],
  409: ['renew-version', 'outdated'],
  411: ['hold', 'relink-required'],
  428: ['again', 'network'],
  // The same credentials are open elsewhere. Retrying by itself starts a fight that neither side wins.
  440: ['hold', 'replaced'],
  // Baileys' "bad session" stands for any unknown stream error; it proves nothing about the credentials.
  500: ['again', 'whatsapp-unavailable'],
  503: ['again-patiently', 'whatsapp-unavailable'],
  515: ['again', 'network'],
}

/**
 * The reaction to a close; an unknown code is tried again and shown with its number.
 *
 * @param strange how many in a row, this one included, named something unknown soon after the login
 */
export function reactionTo(close: Close, strange = 0): Reaction {
  switch (close.how) {
    case 'qr-ended':
      return { then: 'expire', cause: causeOf('not-scanned') }
    case 'pairing-failed':
      return { then: 'renew-code', cause: causeOf('scan-failed') }
    case 'upgrade-refused':
      return close.status >= 500
        ? { then: 'again-patiently', cause: causeOf('whatsapp-unavailable', close.status) }
        : { then: 'again-patiently', cause: causeOf('handshake-refused', close.status) }
    case 'tls':
      return {
        then: 'again-patiently',
        cause: causeOf(isClockCode(close.code) ? 'wrong-clock' : 'intercepted'),
      }
    case 'proxy':
      return close.status === null
        ? { then: 'again', cause: causeOf('network') }
        : { then: 'again-patiently', cause: causeOf('proxy-refused', close.status) }
    case 'portal':
      return { then: 'again-patiently', cause: causeOf('captive-portal') }
    case 'unusable':
      return strange >= STRANGE_TIMES
        ? { then: 'again', cause: causeOf('unknown') }
        : { then: 'again-patiently', cause: causeOf('whatsapp-unavailable') }
    case 'error':
      return { then: 'inspect', cause: causeOf('handshake-refused') }
    case 'code': {
      const row = BY_CODE[close.code]
      // What ends every login for the same unknown reason is no outage, which would end by itself.
      if (!row || (row[0] !== 'hold' && strange >= STRANGE_TIMES)) {
        return { then: 'again', cause: causeOf('unknown', close.code) }
      }
      const { until, words } = close
      const said = { ...(until !== undefined && { until }), ...(words !== undefined && { words }) }
      return { then: row[0], cause: { ...causeOf(row[1], close.code), ...said } }
    }
  }
}

/** Why WhatsApp gives no code to type, by the status of its refusal. */
export function refusedCode(status: number): Cause {
  return causeOf(status === 400 || status === 404 ? 'number-refused' : 'code-refused', status)
}

export function causeOf(code: CauseCode, detail: number | null = null): Cause {
  return { code, detail }
}

/** Causes that lie with this computer and may pass by themselves: shown as *unavailable* and tried again. */
const PASSING: ReadonlySet<CauseCode> = new Set([
  'vault-locked',
  'folder-in-use',
  'read-only',
  'disk-full',
  'io-error',
])

export function mayPass(cause: Cause): boolean {
  return PASSING.has(cause.code)
}

/** Causes that lie with the network or with WhatsApp: they end by themselves, however long they last. */
const OUTSIDE: ReadonlySet<CauseCode> = new Set([
  'network',
  'whatsapp-unavailable',
  'intercepted',
  'wrong-clock',
  'captive-portal',
  'proxy-refused',
])

export function lastsByItself(cause: Cause): boolean {
  return OUTSIDE.has(cause.code)
}

/** Causes under which clearing would be wrong: the credentials may be perfectly good. */
const NOT_CLEARABLE: ReadonlySet<CauseCode> = new Set([
  // It would lead to the new link that has to wait.
  'removed-while-limited',
  'vault-locked',
  'folder-in-use',
  'folder-missing',
  'duplicate-identity',
  'foreign-store',
  'store-newer',
  'wrong-number',
  'another-account',
  'duplicate-number',
  // There is nothing of a link yet that could be cleared.
  'passkey-required',
])

export function mayClear(cause: Cause): boolean {
  return !NOT_CLEARABLE.has(cause.code)
}

const SECOND = 1000
const FIRST_WAIT = 1 * SECOND
const FIRST_WAIT_SPREAD = SECOND / 2
const FIRST_PATIENT_WAIT = 5 * SECOND
/** Never longer than the outage has lasted by then, and shorter wherever its end can be heard (decision 8). */
const LONGEST_WAIT = 5 * 60 * SECOND
/** For what does not end by itself soon, and for logins that WhatsApp accepts and ends: it must not become a loop. */
export const SLOWEST_WAIT = 30 * 60 * SECOND
const SHORTEST_WAIT = SECOND / 4

/**
 * Milliseconds to wait before an attempt: exponential and capped. With full jitter where it will be over by itself;
 * where it may not, at least half of the wait is kept, whatever the dice say.
 *
 * @param attempt 0 for the first one after a working connection
 * @param short the login was accepted and did not last
 * @param random in [0, 1)
 */
export function waitBefore(
  attempt: number,
  { then, cause }: Reaction,
  short: boolean,
  random: number,
): number {
  const first = then === 'again-patiently' ? FIRST_PATIENT_WAIT : FIRST_WAIT
  // An ordinary drop is most often over at once. The little wait spreads the sessions that one outage has cut.
  if (attempt === 0 && then === 'again') return Math.round(random * FIRST_WAIT_SPREAD)
  const slowly = short || !lastsByItself(cause)
  const ceiling = Math.min(slowly ? SLOWEST_WAIT : LONGEST_WAIT, first * 2 ** Math.min(attempt, 20))
  return Math.round(slowly ? (ceiling * (1 + random)) / 2 : Math.max(SHORTEST_WAIT, ceiling * random))
}

/** A nudge does not undo the patience with logins that do not last: the next one comes within this. */
export const NUDGED_WAIT = 30 * SECOND

/** How often a refused version is renewed before the person is told. */
export const VERSION_TRIES = 3

/**
 * What is given to the clocks of the exchange and of the dialog, which end a try and not the link, beyond the time that is
 * shown: starting a browser and loading its page take their own.
 */
export const PASSKEY_GRACE: Readonly<Record<PasskeyStep, Millis>> = {
  offered: 0,
  signing: 240 * SECOND,
  waiting: 10 * SECOND,
  comparing: 10 * SECOND,
  finishing: 10 * SECOND,
}

/** How often the owner's passkey may be tried on one connection. */
export const PASSKEY_TRIES = 3

/** After so many failed attempts for a reason of its own, the person is told. */
export const RESTORE_TRIES = 5

/** A login that is older than this when the network returns was sent into the outage. */
export const STALE_LOGIN = 1 * SECOND

/** How long each waiting state may last before it is given up. */
export const DEADLINES = {
  open: 30 * SECOND,
  login: 40 * SECOND,
  /** A login that takes longer no longer keeps others from starting. */
  turn: 3 * SECOND,
  /** For the person to fetch the phone and the key. */
  passkeyOffer: 600 * SECOND,
  /** The longest that WhatsApp grants. */
  passkeySign: 600 * SECOND,
  passkeyPhone: 120 * SECOND,
  passkeyCompare: 120 * SECOND,
  /** From the scan to *Conectado*, with the second login in between. */
  link: 60 * SECOND,
  /** Beyond the life of a QR, for the next one to arrive. */
  qrGrace: 10 * SECOND,
  leave: 45 * SECOND,
  logOut: 15 * SECOND,
  /** For the ack and the phone's receipt of a test message. */
  test: 25 * SECOND,
  restore: 60 * SECOND,
  /** Opening the old link, logging it out, and its deadlines in between. */
  retire: 60 * SECOND,
  /** How often a computer problem that may pass is looked at again. */
  recheck: 30 * SECOND,
  /** A reconnection shorter than this is not news, as long as there are not too many of them. */
  flicker: 3 * SECOND,
  /** Counted from where the last connection that lasted has ended: how long no flicker is overlooked for. */
  overlook: 30 * SECOND,
  /** And for how long a connection that has not lasted is shown as one. */
  believe: 60 * SECOND,
  /** The transient 401 that may follow a pairing. */
  afterPairing: 2 * SECOND,
} as const
