import type { CommandName, Commands } from '../../contract/commands.ts'
import type { Preferences } from '../../contract/preferences.ts'
import type { SessionCommand } from '../../contract/session-view.ts'

/** Ends a link, here or on the phone, or the way back to one. */
const ENDS_LINK: ReadonlySet<SessionCommand> = new Set([
  'clear',
  'log-out',
  'change-number',
  'retire-previous',
])

type Protected = {
  readonly [N in CommandName]?: (input: Commands[N]['input'], current: Preferences) => boolean
}

/**
 * What the PIN stands before: what takes a link away from the shop, deletes what was kept of one, or carries its key
 * out of Enlace; and the PIN itself. What mends is free: undoing a clear loses nothing (decision 17).
 */
const PROTECTED: Protected = {
  commandSession: ({ command }) => ENDS_LINK.has(command),
  removeOrganization: () => true,
  exportSession: () => true,
  deleteSource: () => true,
  // Fewer days delete at once what is older.
  setPreferences: ({ quarantineDays }, current) => quarantineDays < current.quarantineDays,
  setPin: () => true,
}

/** Whether a command needs the PIN, where one is set. @param current the preferences in force */
export function needsPin<N extends CommandName>(
  name: N,
  input: Commands[N]['input'],
  current: Preferences,
): boolean {
  return PROTECTED[name]?.(input, current) ?? false
}
