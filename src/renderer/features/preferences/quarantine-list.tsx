import { useEffect, useState } from 'react'
import type { QuarantineEntry } from '../../../contract/commands.ts'
import type { Result } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { listQuarantine, useEnlace } from '../../store.ts'
import { QuarantineItem } from './quarantine-item.tsx'
import styles from './quarantine-list.module.css'

/** What was cleared or removed and can still be brought back, the newest first. */
export function QuarantineList({ onDone }: { readonly onDone: () => void }) {
  const text = useText()
  const words = text.quarantine
  const days = useEnlace(({ settings }) => settings?.preferences.quarantineDays)
  const [answer, setAnswer] = useState<Result<readonly QuarantineEntry[]> | null>(null)
  // How long things are kept decides when each is deleted.
  useEffect(() => {
    const life = { over: false }
    void listQuarantine().then((listed) => {
      if (!life.over) setAnswer(listed)
    })
    return () => {
      life.over = true
    }
  }, [days])

  return (
    <section className={styles['quarantine']} data-testid="quarantine">
      <h3 className={styles['title']}>{words.title}</h3>
      {answer === null && <p className={styles['why']}>{words.loading}</p>}
      {answer?.ok === false && (
        <p className={styles['error']} role="alert">
          {words.failed} {text.errors[answer.error.code](answer.error.params)}
        </p>
      )}
      {answer?.ok && answer.value.length === 0 && <p className={styles['why']}>{words.empty}</p>}
      {answer?.ok && answer.value.length > 0 && (
        <>
          <p className={styles['why']}>{words.why}</p>
          <ul className={styles['list']}>
            {answer.value
              .toSorted((a, b) => b.putAsideAt - a.putAsideAt)
              .map((entry) => (
                <QuarantineItem
                  key={`${entry.organizationId} ${entry.kind} ${entry.generation}`}
                  entry={entry}
                  onDone={onDone}
                />
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
