import { CircleCheck } from 'lucide-react'
import type { SessionView } from '../../../contract/session-view.ts'
import { daysLeft, moment, momentInWords } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './undo-line.module.css'

interface UndoLineProps {
  readonly session: SessionView
  readonly onUndo: () => void
}

/** Says calmly that clearing worked, and for how many days it can be taken back. */
export function UndoLine({ session, onUndo }: UndoLineProps) {
  const { clear, when } = useText()
  const language = useLanguage()
  const now = useNow()
  if (session.undo === null) return null
  return (
    <p className={styles['line']}>
      <CircleCheck size={17} aria-hidden />
      {clear.done}
      {session.allowed.includes('undo-clear') && (
        <>
          <Button look="quiet" data-testid="undo-clear" onClick={onUndo}>
            {clear.undoWithin(daysLeft(session.undo.until, now))}
          </Button>
          <span data-testid="undo-until">
            {clear.undoUntil(momentInWords(moment(language, session.undo.until, now), when))}
          </span>
        </>
      )}
    </p>
  )
}
