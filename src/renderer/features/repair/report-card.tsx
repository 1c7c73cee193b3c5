import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { RepairReport, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Ago } from '../session/ago.tsx'
import { FindingsList } from './findings-list.tsx'
import styles from './aftermath.module.css'

interface ReportCardProps {
  readonly session: SessionView
  readonly report: RepairReport
}

/** What the last step of a repair did, in plain words; comes into view when it is news. */
export function ReportCard({ session, report }: ReportCardProps) {
  const { report: words } = useText()
  const { step, at, findings, values } = report
  const card = useRef<HTMLElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const damaged = findings.some(({ severity }) => severity === 'damage')
  const Icon = damaged ? TriangleAlert : CircleCheck
  return (
    <section ref={card} className={styles['card']} role="status" data-testid="report" data-step={step}>
      <h3 className={styles['title']}>
        {words.title[step]}
        <span className={styles['when']}>
          <Ago at={at} />
        </span>
      </h3>
      <p className={styles['result']} data-tone={damaged ? 'attention' : 'connected'}>
        <Icon size={18} aria-hidden />
        <span>
          {words.did[step](values)} {step === 'verify' && !damaged && words.good}
        </span>
      </p>
      <FindingsList findings={findings} session={session} />
    </section>
  )
}
