import type { Finding, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './aftermath.module.css'
import { FindingsList } from './findings-list.tsx'

interface FindingsCardProps {
  readonly session: SessionView
  readonly findings: readonly Finding[]
}

/** What the inspection found when the session was opened. */
export function FindingsCard({ session, findings }: FindingsCardProps) {
  const { findings: words } = useText()
  return (
    <section className={styles['card']} data-testid="about" data-kind="findings">
      <h3 className={styles['title']}>{words.title}</h3>
      <FindingsList findings={findings} session={session} />
    </section>
  )
}
