import type { PasskeyWay } from '../../contract/passkey.ts'
import type { Passkeys, Signed } from './passkeys.ts'
import { aborted, type Way } from './way.ts'

/** Systems and browsers have clocks of their own, and tell the person more than ours does; but not every one has. */
const MARGIN_MS = 10_000

/**
 * Passkeys by these ways, one ceremony at a time in the whole program, each with its deadline.
 *
 * @param find what this computer has now, the best first
 */
export function oneAtATime(find: () => Promise<ReadonlyMap<PasskeyWay, Way>>): Passkeys {
  let busy = false
  const found = () => find().catch(() => new Map<PasskeyWay, Way>())
  return {
    ways: async () => [...(await found()).keys()],
    async sign(name, request, signal): Promise<Signed> {
      if (busy) return { ok: false, why: 'busy', error: 'Busy' }
      busy = true
      try {
        const way = (await found()).get(name)
        if (way === undefined) return { ok: false, why: 'no-way', error: 'NoWay' }
        const limit = AbortSignal.any([signal, AbortSignal.timeout(request.timeout + MARGIN_MS)])
        if (limit.aborted) return aborted(limit)
        return await way(request, limit)
      } catch (error) {
        return { ok: false, why: 'dropped', error: error instanceof Error ? error.name : 'Error' }
      } finally {
        busy = false
      }
    },
  }
}
