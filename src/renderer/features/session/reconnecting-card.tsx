import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { ActionBar } from './action-bar.tsx'
import { CauseWords } from './cause-words.tsx'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'
import styles from './reconnecting-card.module.css'
import type { Press } from './press.ts'

interface ReconnectingCardProps {
  readonly organization: OrganizationView
  readonly session: Extract<SessionView, { status: 'reconnecting' }>
  readonly onCommand: (command: Press) => void
}

export function ReconnectingCard({ organization, session, onCommand }: ReconnectingCardProps) {
  const text = useText()
  return (
    <StateCard session={session} title={text.causes[session.cause.code].title}>
      <CauseWords cause={session.cause} about={session.about} lastNumber={organization.lastNumber} />
      <p className={styles['next']}>
        <NextAttempt nextAt={session.nextAt} /> · {text.reconnecting.attempt(session.attempt)}
      </p>
      <ActionBar session={session} onCommand={onCommand} />
      <Warnings session={session} onCommand={onCommand} />
    </StateCard>
  )
}

function NextAttempt({ nextAt }: { readonly nextAt: number | null }) {
  const { reconnecting } = useText()
  const now = useNow()
  return <>{nextAt === null ? reconnecting.trying : reconnecting.next(remaining(nextAt, now))}</>
}
