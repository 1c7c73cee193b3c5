import type { Millis, Warning } from '../contract/session-view.ts'

/** What is counted about a session while it runs. Bounded, and without content. */
export interface Health {
  readonly decryptFailures: readonly DecryptFailure[]
}

interface DecryptFailure {
  readonly at: Millis
  readonly sender: string
}

export const HEALTHY: Health = { decryptFailures: [] }

const WINDOW_MS = 10 * 60 * 1000
const KEPT = 200
/** One contact heals itself by retry; several at once mean that this session's own keys are the trouble. */
const SENDERS = 3
const FAILURES = 6

export function withDecryptFailure(health: Health, at: Millis, sender: string): Health {
  const recent = health.decryptFailures.filter((failure) => failure.at > at - WINDOW_MS)
  return { ...health, decryptFailures: [...recent, { at, sender }].slice(-KEPT) }
}

export function healthWarnings(health: Health): readonly Warning[] {
  const senders = new Set(health.decryptFailures.map((failure) => failure.sender))
  return senders.size >= SENDERS && health.decryptFailures.length >= FAILURES
    ? [{ code: 'decrypt-failures', action: 'clear' }]
    : []
}
