import type { HealthView } from '../../../contract/session-view.ts'
import { counted } from '../../../text/format.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Ago } from './ago.tsx'
import { When } from './when.tsx'
import styles from './health-facts.module.css'

interface HealthFactsProps {
  readonly health: HealthView
  readonly lastActivity: number
  readonly snapshotAt: number | null
}

/** What shows that it works: when something last moved, when the phone was there, what came and went. */
export function HealthFacts({ health, lastActivity, snapshotAt }: HealthFactsProps) {
  const language = useLanguage()
  const { online } = useText()
  const { phoneSeen, received, sent } = health
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{online.lastActivity}</dt>
        <dd>
          <Ago at={lastActivity} />
        </dd>
      </div>
      <div>
        <dt>{online.phoneSeen}</dt>
        <dd data-testid="phone-seen">{phoneSeen === null ? online.notYet : <Ago at={phoneSeen} />}</dd>
      </div>
      <div>
        <dt>{online.received}</dt>
        <dd data-testid="messages-received">{counted(language, received)}</dd>
      </div>
      <div>
        <dt>{online.sent}</dt>
        <dd data-testid="messages-sent">{counted(language, sent)}</dd>
      </div>
      <div>
        <dt>{online.snapshot}</dt>
        {snapshotAt === null ? (
          <dd>{online.notYet}</dd>
        ) : (
          <dd data-testid="snapshot-at">
            <When at={snapshotAt} />
          </dd>
        )}
      </div>
    </dl>
  )
}
