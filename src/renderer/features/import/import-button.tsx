import { FolderInput } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { importSession } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import-button.module.css'

/** Takes a session over from another server: main asks for its folder. */
export function ImportButton({ onDone }: { readonly onDone: () => void }) {
  const text = useText()
  const words = text.importSession
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)

  const start = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await importSession()
    setBusy(false)
    if (!answer.ok) setRefusal(answer.error)
    else if (answer.value !== null) onDone()
  }

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
        <p className={styles['error']} role="alert" data-testid="import-refused">
          {text.errors[refusal.code](refusal.params)}
        </p>
      ) : (
        <p className={styles['hint']}>{words.hint}</p>
      )}
    </div>
  )
}
