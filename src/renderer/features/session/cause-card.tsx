import type { ReactNode } from 'react'
import type { Cause } from '../../../contract/cause.ts'
import type { About, SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { ActionBar } from './action-bar.tsx'
import { CauseWords } from './cause-words.tsx'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'

interface CauseCardProps {
  readonly session: SessionView
  readonly cause: Cause
  readonly about?: About | null
  readonly lastNumber: string | null
  readonly onCommand: (command: SessionCommand) => void
  /** Offered beside the session's own commands. */
  readonly children?: ReactNode
}

/** A session that is not online for a reason a person should know. */
export function CauseCard({ session, cause, about = null, lastNumber, onCommand, children }: CauseCardProps) {
  const text = useText()
  return (
    <StateCard session={session} title={text.causes[cause.code].title}>
      <CauseWords cause={cause} about={about} lastNumber={lastNumber} />
      <Warnings session={session} />
      <ActionBar session={session} onCommand={onCommand}>
        {children}
      </ActionBar>
    </StateCard>
  )
}
