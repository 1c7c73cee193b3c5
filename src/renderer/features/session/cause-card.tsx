import type { ReactNode } from 'react'
import type { Cause } from '../../../contract/cause.ts'
import type { About, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { ActionBar } from './action-bar.tsx'
import { CauseWords } from './cause-words.tsx'
import { RestoreWords } from './restore-words.tsx'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'
import type { Press } from './press.ts'

interface CauseCardProps {
  readonly session: SessionView
  readonly cause: Cause
  readonly about?: About | null
  readonly lastNumber: string | null
  readonly onCommand: (command: Press) => void
  /** Offered beside the session's own commands. */
  readonly children?: ReactNode
}

/** A session that is not online for a reason a person should know. */
export function CauseCard({ session, cause, about = null, lastNumber, onCommand, children }: CauseCardProps) {
  const text = useText()
  return (
    <StateCard session={session} title={text.causes[cause.code].title}>
      {session.primary === 'restore-snapshot' && session.snapshotAt !== null ? (
        <RestoreWords snapshotAt={session.snapshotAt} lastNumber={lastNumber} />
      ) : (
        <CauseWords cause={cause} about={about} lastNumber={lastNumber} />
      )}
      <ActionBar session={session} onCommand={onCommand}>
        {children}
      </ActionBar>
      <Warnings session={session} onCommand={onCommand} />
    </StateCard>
  )
}
