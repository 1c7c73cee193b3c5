import { Check, CircleCheck } from 'lucide-react'
import type { SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import hidden from '../../styles/hidden.module.css'
import { Button } from '../../ui/button.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { causeInView, type Reset, RESET_STEPS, resetProgress } from './reset.ts'
import styles from './reset-band.module.css'

interface ResetBandProps {
  readonly reset: Reset
  readonly session: SessionView
  readonly onClose: () => void
}

/** The same four numbers above the card while it goes on by itself, and the code that support asks for. */
export function ResetBand({ reset, session, onClose }: ResetBandProps) {
  const { linking, reset: words } = useText()
  // The card below shows the code of what is wrong now.
  const cause = 'cause' in session && session.cause ? null : causeInView(reset, session)
  return (
    <div className={styles['band']}>
      <ol className={styles['steps']}>
        {RESET_STEPS.map((step, at) => {
          const progress = resetProgress(step, reset, session)
          return (
            <li
              key={step}
              className={styles['step']}
              data-testid="reset-step"
              data-step={step}
              data-progress={progress}
              aria-current={progress === 'current' ? 'step' : undefined}
            >
              <span className={styles['mark']}>
                {progress === 'done' ? <Check size={18} strokeWidth={2.8} aria-hidden /> : at + 1}
              </span>
              <span className={styles['word']}>{words.steps[step][progress]}</span>
              {progress === 'done' && <span className={hidden['hidden']}>({linking.done})</span>}
            </li>
          )
        })}
      </ol>
      {cause && <SupportCode cause={cause.code} />}
      {reset.stage === 'done' && (
        <div className={styles['end']} role="status">
          <CircleCheck size={22} aria-hidden />
          <p>{words.done}</p>
          <Button look="primary" data-testid="reset-done" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      )}
    </div>
  )
}
