import { CirclePause, FolderOutput, KeyRound, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../hooks/use-deed.ts'
import { useFocusOnce } from '../../hooks/use-focus-once.ts'
import { useText } from '../../hooks/use-text.ts'
import { exportSession } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { FolderPath } from '../../ui/folder-path.tsx'
import { Point, Points } from '../../ui/point.tsx'
import { SheetActions } from '../../ui/sheet.tsx'
import styles from './export-form.module.css'

interface ExportFormProps {
  readonly organizationId: string
  readonly onClose: () => void
}

/** What to know before the account's key leaves Enlace; afterwards, where it is. */
export function ExportForm({ organizationId, onClose }: ExportFormProps) {
  const text = useText()
  const words = text.exportSession
  const [folder, setFolder] = useState<string | null>(null)
  const { busy, refusal, start } = useDeed(
    () => exportSession(organizationId),
    (done) => setFolder(done?.folder ?? null),
  )
  const close = useFocusOnce(folder !== null)

  if (folder !== null) {
    return (
      <div className={styles['done']} role="status" data-testid="exported">
        <p>{words.done}</p>
        <FolderPath path={folder} testId="export-folder" />
        <p>{words.secret.body}</p>
        <p>{words.after}</p>
        <SheetActions>
          <Button ref={close} look="primary" onClick={onClose}>
            {text.close}
          </Button>
        </SheetActions>
      </div>
    )
  }
  return (
    <>
      <Points>
        <Point icon={KeyRound} tone="working" {...words.secret} />
        <Point icon={CirclePause} {...words.stops} />
        <Point icon={MonitorSmartphone} {...words.one} />
      </Points>
      <FailureLine failure={refusal} />
      <SheetActions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          look="clear-primary"
          icon={FolderOutput}
          data-testid="confirm-export"
          disabled={busy}
          focusableWhenDisabled
          onClick={() => void start()}
        >
          {busy ? words.doing : words.confirm}
        </Button>
      </SheetActions>
    </>
  )
}
