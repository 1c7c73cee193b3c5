import type { HealthView, Millis, Warning } from '../../contract/session-view.ts'
import { ageOf, isRecent } from '../../contract/age.ts'
import { phoneUnseenFor, type PhoneWatch, wasAway, watching } from './phone-watch.ts'
import {
  begunAnew,
  isTrouble,
  leftUnreadable,
  lookedUntil,
  NOTHING_UNREADABLE,
  type Patience,
  type Unreadable,
  withArrival,
  withFailure,
} from './unreadable.ts'
import type { SocketEvent, VersionSource } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'

/** What is counted and noted about a session while it runs. Bounded, and without content. */
export interface Health {
  readonly unreadable: Unreadable
  /** When the link, or its work after days off, began: failures of the first hours are not judged. */
  readonly calmSince: Millis | null
  /** When the connection last showed that it works. */
  readonly lastSign: Millis | null
  /** When the phone itself last gave a sign, in this run. */
  readonly phoneSeen: Millis | null
  readonly received: number
  readonly sent: number
  /** This computer's clock minus WhatsApp's, in milliseconds. */
  readonly clockSkew: number | null
  /** WhatsApp's clock minus this computer's uptime: it holds whatever becomes of this computer's clock. */
  readonly serverStart: Millis | null
  /** One-time keys left at WhatsApp, when last asked. */
  readonly preKeys: number | null
  /** WhatsApp does not take more of them. */
  readonly preKeysRefused: boolean
  /** What waited at WhatsApp: how much is still to come, and since when nothing of it has. */
  readonly queue: { readonly since: Millis; readonly left: number }
  readonly version: string
  readonly versionSource: VersionSource
}

export const HEALTHY: Health = {
  unreadable: NOTHING_UNREADABLE,
  calmSince: null,
  lastSign: null,
  phoneSeen: null,
  received: 0,
  sent: 0,
  clockSkew: null,
  serverStart: null,
  preKeys: null,
  preKeysRefused: false,
  queue: { since: 0, left: 0 },
  version: '',
  versionSource: 'bundled',
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** WhatsApp unlinks a device whose phone was away for 14 days. */
const PHONE_UNSEEN = 10 * DAY
/** Beyond this, times of messages are visibly wrong and signatures with a time begin to be refused. */
const CLOCK_SKEW = 5 * MINUTE
/** More are sent long before that; below it nobody new can write. */
const PRE_KEYS_LEFT = 3
/** However much has waited, something of it comes every few seconds. */
const QUEUE_STANDS = 3 * MINUTE

/** What a socket's event says about the session's health. */
export function withEvent(health: Health, at: Millis, said: SocketEvent): Health {
  switch (said.type) {
    case 'version':
      return { ...health, version: said.version, versionSource: said.source }
    case 'phone-seen':
      return { ...health, phoneSeen: at }
    case 'message':
      return said.direction === 'received'
        ? { ...health, received: health.received + 1 }
        : { ...health, sent: health.sent + 1 }
    case 'pre-keys':
      return { ...health, preKeys: said.left, preKeysRefused: said.refused }
    case 'queue':
      return { ...health, queue: { since: at, left: said.left } }
    case 'decrypt-failed':
      return { ...health, unreadable: withFailure(health.unreadable, at, said.id, said.sender) }
    case 'decrypted': {
      const unreadable = withArrival(health.unreadable, said.id)
      return unreadable === health.unreadable ? health : { ...health, unreadable }
    }
    default:
      return health
  }
}

/** What the computer's clock says, and for how long the computer has run. */
interface Times {
  readonly at: Millis
  readonly uptime: Millis
}

/** WhatsApp has said what time it is. */
export function withServerTime(health: Health, { at, uptime }: Times, time: Millis): Health {
  return { ...health, clockSkew: at - time, serverStart: time - uptime }
}

/** The computer's clock was put right, or wrong: WhatsApp's has gone on as before. */
export function withClockSet(health: Health, { at, uptime }: Times): Health {
  const { serverStart } = health
  return serverStart === null ? health : { ...health, clockSkew: at - (serverStart + uptime) }
}

/** With another connection what was wrong with the last one is forgotten; the counts go on. */
export function renewed(health: Health): Health {
  return { ...health, preKeys: null, preKeysRefused: false }
}

/** Every conversation is begun anew: a failure of each person is part of that. */
export function withConversationsAnew(health: Health, at: Millis): Health {
  return { ...health, unreadable: begunAnew(health.unreadable, at) }
}

/** What has stayed unreadable until then is judged. */
export function withLook(health: Health, at: Millis): Health {
  return { ...health, unreadable: lookedUntil(health.unreadable, at) }
}

/** What the record knows of the phone. */
type Seen = Pick<OrganizationRecord, 'phoneSeen' | 'watchedSince'>

/** What is wrong while the session may well be online. */
export function healthWarnings(
  health: Health,
  seen: Seen,
  patience: Patience,
  at: Millis,
): readonly Warning[] {
  const warnings: Warning[] = []
  const calm = isRecent(health.calmSince, patience.calmMs, at)
  if (!calm && isTrouble(health.unreadable, at, patience)) {
    warnings.push({ code: 'decrypt-failures', action: 'renew' })
  }
  if (health.preKeysRefused || (health.preKeys !== null && health.preKeys < PRE_KEYS_LEFT)) {
    warnings.push({ code: 'pre-keys', action: health.preKeysRefused ? 'send-keys' : null })
  }
  const unseen = phoneUnseenFor(watchOf(health, seen), lastSeen(health, seen))
  if (unseen !== null && unseen > PHONE_UNSEEN) warnings.push({ code: 'phone-unseen', action: null })
  if (health.clockSkew !== null && Math.abs(health.clockSkew) > CLOCK_SKEW) {
    warnings.push({ code: 'clock-skew', action: null })
  }
  return warnings
}

/** WhatsApp announced what waited for this device, and has stopped giving it. */
export function queueStands({ queue }: Health, at: Millis): boolean {
  return queue.left > 0 && at - queue.since > QUEUE_STANDS
}

/** The connection works: what is noted of it, and since when the phone would have been seen. */
export function withSign(
  health: Health,
  record: OrganizationRecord,
  at: Millis,
): { readonly health: Health; readonly watchedSince: Millis | null } {
  const watch = watching(watchOf(health, record, record.usedAt), lastSeen(health, record), at)
  return { health: { ...health, lastSign: watch.lastSign }, watchedSince: watch.since }
}

/** A login: in the first hours of a link, and after days off, failures are not judged yet. */
export function withLogin(health: Health, { linkedAt, usedAt }: OrganizationRecord, at: Millis): Health {
  const backAt = wasAway(health.lastSign ?? usedAt, at) ? at : null
  return { ...health, calmSince: backAt ?? linkedAt ?? health.calmSince }
}

function watchOf({ lastSign }: Health, { watchedSince }: Seen, usedAt: Millis | null = null): PhoneWatch {
  return { since: watchedSince, lastSign: lastSign ?? usedAt }
}

function lastSeen({ phoneSeen }: Health, record: Seen): Millis | null {
  return phoneSeen ?? record.phoneSeen
}

export function healthView(health: Health, seen: Seen, patience: Patience, at: Millis): HealthView {
  const { received, sent, unreadable, clockSkew, version, versionSource } = health
  const phoneSeen = lastSeen(health, seen)
  return {
    // A time ahead of now is not known, rather than *now* for months.
    phoneSeen: ageOf(phoneSeen, at) === null ? null : phoneSeen,
    received,
    sent,
    failed: leftUnreadable(unreadable, at, patience),
    clockSkew,
    version,
    versionSource,
  }
}
