import type { SessionCommand, SessionView } from '../../../contract/session-view.ts'

export type RungName = 'reconnect' | 'verify' | 'renew' | 'restore-snapshot' | 'clear'

export interface Rung {
  readonly name: RungName
  /** What pressing it does; null where main does not allow it now. */
  readonly command: SessionCommand | null
}

/** From least to most. The same rung is another command to a session that is stopped. */
const RUNGS: readonly { readonly name: RungName; readonly commands: readonly SessionCommand[] }[] = [
  { name: 'reconnect', commands: ['retry', 'connect'] },
  { name: 'verify', commands: ['verify'] },
  { name: 'renew', commands: ['renew'] },
  { name: 'restore-snapshot', commands: ['restore-snapshot'] },
  { name: 'clear', commands: ['clear'] },
]

/** The rungs that have no button of their own unless they are the one thing to press. */
export const LADDER_ONLY: readonly SessionCommand[] = ['verify', 'renew', 'restore-snapshot']

export function ladderOf({ allowed }: SessionView): readonly Rung[] {
  return RUNGS.map(({ name, commands }) => ({
    name,
    command: commands.find((command) => allowed.includes(command)) ?? null,
  }))
}

/**
 * Where there is nothing between connecting again and clearing, a ladder would only be in the way; save where the
 * session is stopped, since clearing a link that may be good should be seen to be the last rung.
 */
export function hasLadder({ status, allowed }: SessionView): boolean {
  if (status === 'stopped') return allowed.includes('clear')
  return LADDER_ONLY.some((command) => allowed.includes(command))
}
