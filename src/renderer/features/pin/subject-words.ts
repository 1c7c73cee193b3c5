import type { Text } from '../../../text/es/text.ts'
import type { PinSubject } from '../../pin-prompt.ts'

/** What the PIN is asked for, as on the button that was pressed. */
export function subjectWords({ name, sessionCommand }: PinSubject, text: Text): string {
  if (sessionCommand !== null) return text.commands[sessionCommand]
  if (name === 'removeOrganization') return text.removeOrganization.menu
  if (name === 'exportSession') return text.exportSession.menu
  if (name === 'deleteSource') return text.source.menu
  return name === 'setPin' ? text.pin.changeOrTurnOff : text.pin.fewerDays
}
