import { FolderInput } from 'lucide-react'
import { useDeed } from '../../hooks/use-deed.ts'
import { useText } from '../../hooks/use-text.ts'
import { importSession } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import styles from './import-button.module.css'

/** Takes a session over from another server: main asks for its folder. */
export function ImportButton({ onDone }: { readonly onDone: () => void }) {
  const words = useText().importSession
  const { busy, refusal, start } = useDeed(
    () => importSession(),
    (taken) => taken !== null && onDone(),
  )

  return (
    <div className={styles['import']}>
      <Button
        type="button"
        look="quiet"
        icon={FolderInput}
        data-testid="import-session"
        disabled={busy}
        focusableWhenDisabled
        onClick={() => void start()}
      >
        {busy ? words.doing : words.action}
      </Button>
      {refusal ? (
        <FailureLine failure={refusal} small testId="import-refused" />
      ) : (
        <p className={styles['hint']}>{words.hint}</p>
      )}
    </div>
  )
}
