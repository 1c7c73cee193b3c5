import { LogOut } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import type { QuestionProps } from '../session/question.ts'

/** Logging out reaches the phone, so it is asked first. */
export function LogOutDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  return (
    <Sheet open={open} onClose={onClose} title={text.logOut.title(organization.name)}>
      <p>{text.logOut.body}</p>
      <p>{text.logOut.kept}</p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={LogOut}
          data-testid="confirm-log-out"
          disabled={!organization.session.allowed.includes('log-out')}
          onClick={onConfirm}
        >
          {text.logOut.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
