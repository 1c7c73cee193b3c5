import { Smartphone } from 'lucide-react'
import type { SessionView } from '../../../contract/session-view.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { QuietLine } from '../../ui/quiet-line.tsx'
import { Rich } from '../../ui/rich.tsx'

interface PreviousLineProps {
  readonly session: SessionView
  readonly onRetire: () => void
}

/** Says calmly that the link from before a clear still takes a place on the phone. */
export function PreviousLine({ session: { previous, allowed }, onRetire }: PreviousLineProps) {
  const text = useText()
  if (previous === null || !allowed.includes('retire-previous')) return null
  return (
    <QuietLine
      icon={Smartphone}
      testId="previous-link"
      actions={
        <Button look="quiet" data-testid="retire-previous" onClick={onRetire}>
          {text.commands['retire-previous']}
        </Button>
      }
    >
      <Rich text={text.previous.line(previous.number && phoneNumber(previous.number))} />
    </QuietLine>
  )
}
