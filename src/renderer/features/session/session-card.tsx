import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { LinkByPhoneButton } from '../link/link-by-phone-button.tsx'
import { LinkCard } from '../link/link-card.tsx'
import { PasskeyCard } from '../passkey/passkey-card.tsx'
import { LinkingCard } from '../link/linking-card.tsx'
import { PhoneCodeCard } from '../link/phone-code-card.tsx'
import { CauseCard } from './cause-card.tsx'
import { OnlineCard } from './online-card.tsx'
import { QuietCard } from './quiet-card.tsx'
import { ReconnectingCard } from './reconnecting-card.tsx'
import type { Press } from './press.ts'

interface SessionCardProps {
  readonly organization: OrganizationView
  readonly onCommand: (command: Press) => void
  readonly onLinkByPhone: () => void
  readonly onDeleteSource: () => void
}

/** One card per status. */
export function SessionCard({ organization, onCommand, onLinkByPhone, onDeleteSource }: SessionCardProps) {
  const text = useText()
  const { session, lastNumber } = organization
  const common = { session, lastNumber, onCommand }
  switch (session.status) {
    case 'unlinked': {
      const byPhone = session.allowed.includes('link') && (
        <LinkByPhoneButton label={text.link.byPhone} onClick={onLinkByPhone} />
      )
      return session.cause ? (
        <CauseCard {...common} cause={session.cause}>
          {byPhone}
        </CauseCard>
      ) : (
        <QuietCard {...common} {...text.unlinked}>
          {byPhone}
        </QuietCard>
      )
    }
    case 'starting':
      return <QuietCard {...common} {...text.starting[session.activity]} busy />
    case 'scan':
      if (session.phoneCode)
        return <PhoneCodeCard {...{ session, onCommand, onLinkByPhone }} phoneCode={session.phoneCode} />
      return session.qr && <LinkCard {...{ organization, onCommand, onLinkByPhone }} qr={session.qr} />
    case 'linking':
      return session.passkey ? (
        <PasskeyCard {...{ session, onCommand }} passkey={session.passkey} />
      ) : (
        <LinkingCard {...{ session, onCommand }} />
      )
    case 'online':
      return <OnlineCard {...{ organization, session, onCommand, onDeleteSource }} />
    case 'reconnecting':
      return <ReconnectingCard {...{ organization, session, onCommand }} />
    case 'stopped':
      return <QuietCard {...common} {...(session.elsewhere ? text.stoppedElsewhere : text.stopped)} />
    case 'attention':
      return <CauseCard {...common} cause={session.cause} about={session.about} />
    case 'unavailable':
      return <CauseCard {...common} cause={session.cause} about={session.about} />
  }
}
