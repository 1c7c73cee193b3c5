import type { Cause } from '../../../contract/cause.ts'
import type { SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { ActionBar } from './action-bar.tsx'
import { CauseWords } from './cause-words.tsx'
import { StateCard } from './state-card.tsx'

interface CauseCardProps {
  readonly session: SessionView
  readonly cause: Cause
  readonly lastNumber: string | null
  readonly onCommand: (command: SessionCommand) => void
}

/** A session that is not online for a reason a person should know. */
export function CauseCard({ session, cause, lastNumber, onCommand }: CauseCardProps) {
  const text = useText()
  return (
    <StateCard session={session} title={text.causes[cause.code].title}>
      <CauseWords cause={cause} lastNumber={lastNumber} />
      <ActionBar session={session} onCommand={onCommand} />
    </StateCard>
  )
}
