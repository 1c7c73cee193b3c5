import type { Status } from './session-view.ts'

/** What colour a status has; never shown without an icon and a word. */
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
