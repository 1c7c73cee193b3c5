import { Check, LoaderCircle } from 'lucide-react'
import type { LinkStep, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import hidden from '../../styles/hidden.module.css'
import turning from '../../styles/turning.module.css'
import { ActionBar } from '../session/action-bar.tsx'
import { StateCard } from '../session/state-card.tsx'
import { type Progress, stepProgress, STEPS } from './link-steps.ts'
import styles from './linking-card.module.css'
import type { Press } from '../session/press.ts'

interface LinkingCardProps {
  readonly session: Extract<SessionView, { status: 'linking'; passkey: null }>
  readonly onCommand: (command: Press) => void
}

/** After the scan: the steps tick one after the other. */
export function LinkingCard({ session, onCommand }: LinkingCardProps) {
  const { linking } = useText()
  return (
    <StateCard session={session} title={linking.title}>
      <p className={styles['body']}>{linking.body}</p>
      <ol className={styles['steps']}>
        {STEPS.map((step) => (
          <Step key={step} step={step} progress={stepProgress(step, session.step)} />
        ))}
      </ol>
      <ActionBar session={session} onCommand={onCommand} />
    </StateCard>
  )
}

function Step({ step, progress }: { readonly step: LinkStep | 'online'; readonly progress: Progress }) {
  const { linking } = useText()
  return (
    <li className={styles['step']} data-progress={progress}>
      <span className={styles['mark']}>
        {progress === 'done' && <Check size={17} strokeWidth={2.6} aria-hidden />}
        {progress === 'current' && <LoaderCircle size={17} aria-hidden className={turning['turning']} />}
      </span>
      {linking.steps[step]}
      {progress !== 'ahead' && <span className={hidden['hidden']}>({linking[progress]})</span>}
    </li>
  )
}
