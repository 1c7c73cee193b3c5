import type { OrganizationView, SessionCommand } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { LinkCard } from '../link/link-card.tsx'
import { LinkingCard } from '../link/linking-card.tsx'
import { CauseCard } from './cause-card.tsx'
import { OnlineCard } from './online-card.tsx'
import { QuietCard } from './quiet-card.tsx'
import { ReconnectingCard } from './reconnecting-card.tsx'

interface SessionCardProps {
  readonly organization: OrganizationView
  readonly onCommand: (command: SessionCommand) => void
}

/** One card per status. */
export function SessionCard({ organization, onCommand }: SessionCardProps) {
  const text = useText()
  const { session, lastNumber } = organization
  switch (session.status) {
    case 'unlinked':
      return session.cause ? (
        <CauseCard {...{ session, lastNumber, onCommand }} cause={session.cause} />
      ) : (
        <QuietCard {...text.unlinked} {...{ session, lastNumber, onCommand }} />
      )
    case 'starting':
      return <QuietCard {...text.starting[session.activity]} {...{ session, lastNumber, onCommand }} busy />
    case 'scan':
      return <LinkCard {...{ organization, session, onCommand }} />
    case 'linking':
      return <LinkingCard {...{ session, onCommand }} />
    case 'online':
      return <OnlineCard {...{ session, onCommand }} />
    case 'reconnecting':
      return <ReconnectingCard {...{ organization, session, onCommand }} />
    case 'stopped':
      return <QuietCard {...text.stopped} {...{ session, lastNumber, onCommand }} />
    case 'attention':
    case 'unavailable':
      return <CauseCard {...{ session, lastNumber, onCommand }} cause={session.cause} />
  }
}
