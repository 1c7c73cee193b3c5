import type { PasskeyRequest } from './passkey-request.ts'
import type { Signed } from './passkeys.ts'

/**
 * One way to use a passkey. It may reject with what nobody foresaw; it ends soon after the signal, and nothing that it
 * has opened is left when it has ended.
 */
export type Way = (request: PasskeyRequest, signal: AbortSignal) => Promise<Signed>

/** How a ceremony has ended that was ended from outside: by its own clock, or by whoever asked for it. */
export function aborted(signal: AbortSignal): Signed {
  const reason: unknown = signal.reason
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? { ok: false, why: 'expired', error: 'TimeoutError' }
    : { ok: false, why: 'refused', error: 'AbortError' }
}
