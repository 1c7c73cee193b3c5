import { type ReactNode, useId } from 'react'
import type { SessionView } from '../../../contract/session-view.ts'
import { StatusPill } from '../../ui/status-pill.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { GuideButton } from '../guide/guide-button.tsx'
import styles from './state-card.module.css'

interface StateCardProps {
  readonly session: SessionView
  readonly title: ReactNode
  readonly children: ReactNode
}

/** The one card that becomes another state in place: light, code, what is the case, what to do. */
export function StateCard({ session, title, children }: StateCardProps) {
  const titleId = useId()
  const cause = 'cause' in session ? session.cause : null
  return (
    <section className={styles['card']} aria-labelledby={titleId}>
      <div className={styles['top']}>
        <StatusPill session={session} />
        {cause && (
          <div className={styles['code']}>
            <SupportCode cause={cause.code} />
            <GuideButton place={cause.code} />
          </div>
        )}
      </div>
      <div className={styles['content']} key={session.status}>
        <h2 id={titleId} className={styles['title']} tabIndex={-1} data-headline>
          {title}
        </h2>
        {children}
      </div>
    </section>
  )
}
