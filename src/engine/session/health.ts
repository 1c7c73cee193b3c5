import type { HealthView, Millis, Warning } from '../../contract/session-view.ts'
import type { SocketEvent, VersionSource } from '../ports.ts'

/** What is counted and noted about a session while it runs. Bounded, and without content. */
export interface Health {
  readonly decryptFailures: readonly DecryptFailure[]
  /** When the phone itself last gave a sign, in this run. */
  readonly phoneSeen: Millis | null
  readonly received: number
  readonly sent: number
  readonly failed: number
  /** This computer's clock minus WhatsApp's, in milliseconds. */
  readonly clockSkew: number | null
  /** WhatsApp's clock minus this computer's uptime: it holds whatever becomes of this computer's clock. */
  readonly serverStart: Millis | null
  /** One-time keys left at WhatsApp, when last asked. */
  readonly preKeys: number | null
  /** What waited at WhatsApp: how much is still to come, and since when nothing of it has. */
  readonly queue: { readonly since: Millis; readonly left: number }
  readonly version: string
  readonly versionSource: VersionSource
}

interface DecryptFailure {
  readonly at: Millis
  readonly sender: string
}

export const HEALTHY: Health = {
  decryptFailures: [],
  phoneSeen: null,
  received: 0,
  sent: 0,
  failed: 0,
  clockSkew: null,
  serverStart: null,
  preKeys: null,
  queue: { since: 0, left: 0 },
  version: '',
  versionSource: 'bundled',
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const WINDOW = 10 * MINUTE
const KEPT = 200
/** One contact heals itself by retry; several at once mean that this session's own keys are the trouble. */
const SENDERS = 3
const FAILURES = 6
/** WhatsApp unlinks a device whose phone was away for 14 days. */
const PHONE_UNSEEN = 10 * DAY
/** Beyond this, times of messages are visibly wrong and signatures with a time begin to be refused. */
const CLOCK_SKEW = 5 * MINUTE
/** Baileys uploads more at five; below that nobody new can write. */
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
      return { ...health, preKeys: said.left }
    case 'queue':
      return { ...health, queue: { since: at, left: said.left } }
    case 'decrypt-failed': {
      const recent = health.decryptFailures.filter((failure) => failure.at > at - WINDOW)
      return {
        ...health,
        failed: health.failed + 1,
        decryptFailures: [...recent, { at, sender: said.sender }].slice(-KEPT),
      }
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
  return { ...health, decryptFailures: [], preKeys: null }
}

/** What is wrong while the session may well be online. */
export function healthWarnings(health: Health, phoneSeen: Millis | null, at: Millis): readonly Warning[] {
  const warnings: Warning[] = []
  const recent = health.decryptFailures.filter((failure) => failure.at > at - WINDOW)
  const senders = new Set(recent.map((failure) => failure.sender))
  if (senders.size >= SENDERS && recent.length >= FAILURES) {
    warnings.push({ code: 'decrypt-failures', action: 'renew' })
  }
  if (health.preKeys !== null && health.preKeys < PRE_KEYS_LEFT) {
    warnings.push({ code: 'pre-keys', action: null })
  }
  if (phoneSeen !== null && at - phoneSeen > PHONE_UNSEEN) {
    warnings.push({ code: 'phone-unseen', action: null })
  }
  if (health.clockSkew !== null && Math.abs(health.clockSkew) > CLOCK_SKEW) {
    warnings.push({ code: 'clock-skew', action: null })
  }
  return warnings
}

/** WhatsApp announced what waited for this device, and has stopped giving it. */
export function queueStands({ queue }: Health, at: Millis): boolean {
  return queue.left > 0 && at - queue.since > QUEUE_STANDS
}

export function healthView(health: Health, phoneSeen: Millis | null): HealthView {
  const { received, sent, failed, clockSkew, version, versionSource } = health
  return {
    phoneSeen: health.phoneSeen ?? phoneSeen,
    received,
    sent,
    failed,
    clockSkew,
    version,
    versionSource,
  }
}
