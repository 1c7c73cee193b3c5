import { Unlink } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import type { QuestionProps } from '../session/question.ts'

/** Asked because the clear cannot be undone after it. */
export function RetireDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  return (
    <Sheet open={open} onClose={onClose} title={text.previous.title}>
      <p>{text.previous.body}</p>
      <p>{text.previous.undo}</p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={Unlink}
          data-testid="confirm-retire"
          disabled={!organization.session.allowed.includes('retire-previous')}
          onClick={onConfirm}
        >
          {text.previous.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
