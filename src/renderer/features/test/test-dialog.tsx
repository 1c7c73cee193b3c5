import { Activity } from 'lucide-react'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import type { QuestionProps } from '../session/question.ts'

/** Says before the test that something will appear on the phone. */
export function TestDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  const { name, session, lastNumber } = organization
  const number = session.status === 'online' ? session.number : (lastNumber ?? '')
  return (
    <Sheet open={open} onClose={onClose} title={text.test.title(name)}>
      <p>
        <Rich text={text.test.body(phoneNumber(number))} />
      </p>
      <p>{text.test.explanation}</p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="primary"
          icon={Activity}
          data-testid="confirm-test"
          disabled={!session.allowed.includes('test')}
          onClick={onConfirm}
        >
          {text.test.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
