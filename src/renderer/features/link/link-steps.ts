import type { LinkStep } from '../../../contract/session-view.ts'

export type Progress = 'done' | 'current' | 'ahead'

export const STEPS: readonly (LinkStep | 'online')[] = ['scanned', 'linking', 'syncing', 'online']

/** How far `step` is. The scan is over the moment it is known, so what follows it is already under way. */
export function stepProgress(step: LinkStep | 'online', reached: LinkStep): Progress {
  const current = Math.max(1, STEPS.indexOf(reached))
  const position = STEPS.indexOf(step)
  if (position < current) return 'done'
  return position === current ? 'current' : 'ahead'
}
