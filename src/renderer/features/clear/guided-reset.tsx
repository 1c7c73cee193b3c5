import type { ReactNode } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './guided-reset.module.css'
import { ResetBand } from './reset-band.tsx'
import { ResetQuestion } from './reset-question.tsx'
import { asksStill, type Reset } from './reset.ts'

interface GuidedResetProps {
  readonly organization: OrganizationView
  readonly reset: Reset
  readonly onConfirm: () => void
  /** Gives it up before anything was done, or puts it away when all is. */
  readonly onClose: () => void
  /** The line with which the clear can be taken back. */
  readonly undo: ReactNode
  /** The card of the session as it is, which the reset leads through. */
  readonly children: ReactNode
}

/**
 * Two clicks and a scan, told by numbers that stay the same from the question to the end. It takes the place of the
 * card rather than lying over the window: nothing behind it is out of reach, and nothing closes it but the person.
 */
export function GuidedReset({ organization, reset, onConfirm, onClose, undo, children }: GuidedResetProps) {
  const text = useText()
  return (
    <section
      className={styles['guided']}
      aria-label={text.clear.title(organization.name)}
      data-testid="guided-reset"
      data-stage={reset.stage}
    >
      {asksStill(reset) ? (
        <ResetQuestion {...{ organization, reset, onConfirm, onClose }} />
      ) : (
        <>
          <ResetBand reset={reset} session={organization.session} onClose={onClose} />
          {undo}
          {children}
        </>
      )}
    </section>
  )
}
