import type { Finding, SessionView } from '../../../contract/session-view.ts'
import type { Repair } from '../../../text/es/repair.ts'

export type Remedy = keyof Repair['findings']['next']

/** What to do about a finding: the least of the ladder that helps and that main allows now. */
export function remedyOf({ code, severity }: Finding, { allowed }: SessionView): Remedy {
  if (severity === 'note') return 'none'
  if (code === 'pre-keys-missing' && allowed.includes('renew')) return 'renew'
  if (allowed.includes('restore-snapshot')) return 'restore'
  return allowed.includes('clear') ? 'clear' : 'support'
}
