import type { SessionView, Status } from './session-view.ts'

/** What colour a state has; never shown without an icon and a word. */
export type Tone = 'connected' | 'working' | 'attention' | 'off'

export const TONES: Readonly<Record<Status, Tone>> = {
  unlinked: 'off',
  starting: 'working',
  scan: 'working',
  linking: 'working',
  online: 'connected',
  reconnecting: 'working',
  stopped: 'off',
  attention: 'attention',
  unavailable: 'attention',
}

/** What goes on by itself but will not be over in moments looks as what waits for a person. */
export function toneOf(session: SessionView): Tone {
  return isTold(session) ? 'attention' : TONES[session.status]
}

/** Whether it goes on trying, and a person should know all the same. */
export function isTold(session: SessionView): boolean {
  return session.status === 'reconnecting' && session.told
}
