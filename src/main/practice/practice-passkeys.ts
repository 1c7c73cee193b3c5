import { readOutcome } from '../../adapters/passkey/assertion.ts'
import { oneAtATime } from '../../adapters/passkey/one-at-a-time.ts'
import type { Passkeys } from '../../adapters/passkey/passkeys.ts'
import type { Way } from '../../adapters/passkey/way.ts'
import type { SimulatedWhatsApp } from './simulated-whatsapp.ts'

/** The practice key: it signs without a dialog, and only for the practice account whose phone has scanned. */
export function practicePasskeys(simulated: SimulatedWhatsApp | null): Passkeys {
  const sign: Way = async (request) => {
    const signed = await simulated?.signPasskey(JSON.stringify(request))
    if (!signed?.ok) return { ok: false, why: 'refused', error: 'PracticeKey' }
    return readOutcome(`{"ok":true,"assertion":${signed.value}}`, request)
  }
  return oneAtATime(() => Promise.resolve(new Map([['practice', sign]])))
}
