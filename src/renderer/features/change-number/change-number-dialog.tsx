import { Smartphone } from 'lucide-react'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import type { QuestionProps } from '../session/question.ts'

/** The link goes, on the phone too; the organization and its session stay for the next number. */
export function ChangeNumberDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  const { name, session, lastNumber } = organization
  const number = session.status === 'online' ? session.number : (lastNumber ?? '')
  return (
    <Sheet open={open} onClose={onClose} title={text.changeNumber.title(name)}>
      <p>
        <Rich text={text.changeNumber.body(phoneNumber(number))} />
      </p>
      <p>{text.changeNumber.kept}</p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={Smartphone}
          data-testid="confirm-change-number"
          disabled={!session.allowed.includes('change-number')}
          onClick={onConfirm}
        >
          {text.changeNumber.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
