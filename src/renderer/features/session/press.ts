import type { SessionCommand } from '../../../contract/session-view.ts'

/** What can be pressed on a card: a command of its session, or the way to the repair ladder. */
export type Press = SessionCommand | 'repair'
