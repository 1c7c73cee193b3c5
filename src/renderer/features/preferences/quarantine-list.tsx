import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../hooks/use-text.ts'
import { listQuarantine, useEnlace } from '../../store.ts'
import { FailureLine } from '../../ui/failure-line.tsx'
import { QuarantineItem } from './quarantine-item.tsx'
import styles from './quarantine-list.module.css'
import setting from './setting.module.css'

/** What was cleared or removed and can still be brought back, the newest first. */
export function QuarantineList({ onDone }: { readonly onDone: () => void }) {
  const words = useText().quarantine
  const days = useEnlace(({ settings }) => settings?.preferences.quarantineDays)
  // How long things are kept decides when each is deleted.
  const answer = useAnswer(listQuarantine, String(days))

  return (
    <section className={setting['setting']} data-testid="quarantine">
      <h3 className={setting['title']}>{words.title}</h3>
      {answer === null && <p className={setting['why']}>{words.loading}</p>}
      {answer?.ok === false && <FailureLine failure={answer.error} what={words.failed} />}
      {answer?.ok && answer.value.length === 0 && <p className={setting['why']}>{words.empty}</p>}
      {answer?.ok && answer.value.length > 0 && (
        <>
          <p className={setting['why']}>{words.why}</p>
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
