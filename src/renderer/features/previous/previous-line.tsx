import { Smartphone } from 'lucide-react'
import type { SessionView } from '../../../contract/session-view.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import styles from './previous-line.module.css'

interface PreviousLineProps {
  readonly session: SessionView
  readonly onRetire: () => void
}

/** Says calmly that the link from before a clear still takes a place on the phone. */
export function PreviousLine({ session: { previous, allowed }, onRetire }: PreviousLineProps) {
  const text = useText()
  if (previous === null || !allowed.includes('retire-previous')) return null
  return (
    <div className={styles['line']} data-testid="previous-link">
      <Smartphone size={17} aria-hidden />
      <p>
        <Rich text={text.previous.line(previous.number && phoneNumber(previous.number))} />
      </p>
      <Button look="quiet" data-testid="retire-previous" onClick={onRetire}>
        {text.commands['retire-previous']}
      </Button>
    </div>
  )
}
