import { Undo2 } from 'lucide-react'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import type { QuestionProps } from '../session/question.ts'

/** Asked only where going back takes the place of a newer link. */
export function UndoDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  const { session } = organization
  const back = session.undo?.number ?? null
  const current = session.status === 'online' ? session.number : organization.lastNumber
  return (
    <Sheet open={open} onClose={onClose} title={text.undoClear.title}>
      <p>
        <Rich text={text.undoClear.back(back && phoneNumber(back))} />
      </p>
      <p>
        <Rich text={text.undoClear.replaced(current && phoneNumber(current))} />
      </p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={Undo2}
          data-testid="confirm-undo"
          disabled={!session.allowed.includes('undo-clear')}
          onClick={onConfirm}
        >
          {text.undoClear.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
