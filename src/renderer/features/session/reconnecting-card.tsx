import type { CauseCode } from '../../../contract/cause.ts'
import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { openPreferences } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ActionBar } from './action-bar.tsx'
import { CauseWords } from './cause-words.tsx'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'
import styles from './reconnecting-card.module.css'
import type { Press } from './press.ts'

/** What lies between this computer and WhatsApp, where the test of the way tells more. */
const ON_THE_WAY: ReadonlySet<CauseCode> = new Set([
  'network',
  'handshake-refused',
  'intercepted',
  'wrong-clock',
  'captive-portal',
  'proxy-refused',
])

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
      <ActionBar session={session} onCommand={onCommand}>
        {ON_THE_WAY.has(session.cause.code) && (
          <Button look="quiet" data-testid="open-network" onClick={() => openPreferences('network')}>
            {text.network.test}
          </Button>
        )}
      </ActionBar>
      <Warnings session={session} onCommand={onCommand} />
    </StateCard>
  )
}

function NextAttempt({ nextAt }: { readonly nextAt: number | null }) {
  const { reconnecting } = useText()
  const now = useNow()
  return <>{nextAt === null ? reconnecting.trying : reconnecting.next(remaining(nextAt, now))}</>
}
