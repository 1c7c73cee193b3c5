import { BrushCleaning, Check, Smartphone, TriangleAlert, Unlink } from 'lucide-react'
import type { SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import type { QuestionProps } from '../session/question.ts'
import { Point } from './point.tsx'
import styles from './clear-dialog.module.css'

/** The one question before clearing: what to have at hand, what stays, what goes, and that it can be undone. */
export function ClearDialog({ organization, open, onClose, onConfirm }: QuestionProps) {
  const text = useText()
  const { name, session } = organization
  const cause = 'cause' in session ? session.cause : null
  const days = useEnlace(({ settings }) => settings?.preferences.quarantineDays ?? null)
  const possible = session.allowed.includes('clear')
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={text.clear.title(name)}
      corner={cause && <SupportCode cause={cause.code} />}
    >
      <ul className={styles['points']}>
        <Point icon={Smartphone} {...text.clear.phone} />
        <Point icon={Check} tone="connected" {...text.clear.kept} />
        <Point icon={Unlink} tone="working" {...text.clear.lost} />
      </ul>
      {holdsWorkingLink(session) && (
        <p className={styles['warning']}>
          <TriangleAlert size={18} aria-hidden />
          {text.clear.stillWorks}
        </p>
      )}
      <p className={styles['undo']} role={possible ? undefined : 'alert'}>
        {possible ? days !== null && text.clear.undo(days) : text.clear.noLonger}
      </p>
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={BrushCleaning}
          data-testid="confirm-clear"
          disabled={!possible}
          onClick={onConfirm}
        >
          {text.clear.confirm}
        </Button>
      </SheetActions>
    </Sheet>
  )
}

/** A link that was good when last heard of, and that WhatsApp might not grant again. */
function holdsWorkingLink({ status }: SessionView): boolean {
  return status === 'online' || status === 'stopped' || status === 'reconnecting'
}
