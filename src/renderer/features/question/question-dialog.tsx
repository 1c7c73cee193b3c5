import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Rich } from '../../ui/rich.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import { COMMAND_ICONS } from '../session/command-icon.ts'
import { type Asking, questionOf } from './question.ts'

interface QuestionDialogProps extends OrganizationDialogProps {
  readonly command: Asking
  readonly onConfirm: () => void
}

/** Asks before a command is given. While it is open, the command may become impossible. */
export function QuestionDialog({ command, organization, open, onClose, onConfirm }: QuestionDialogProps) {
  const text = useText()
  const { title, body, confirm, testId, harmless } = questionOf(command, organization, text)
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      {body.map((paragraph) => (
        <p key={paragraph}>
          <Rich text={paragraph} />
        </p>
      ))}
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look={harmless ? 'primary' : 'clear-primary'}
          icon={COMMAND_ICONS[command]}
          data-testid={testId}
          disabled={!organization.session.allowed.includes(command)}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
