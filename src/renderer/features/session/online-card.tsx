import type { SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { moment } from '../../../text/format.ts'
import { phoneNumber } from '../../format/phone-number.ts'
import { platformName } from '../../format/platform.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { DEVICE_NAME } from '../link/device-name.ts'
import { ActionBar } from './action-bar.tsx'
import { LastActivity } from './last-activity.tsx'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'
import styles from './online-card.module.css'

type OnlineSession = Extract<SessionView, { status: 'online' }>

interface OnlineCardProps {
  readonly session: OnlineSession
  readonly onCommand: (command: SessionCommand) => void
}

export function OnlineCard({ session, onCommand }: OnlineCardProps) {
  const text = useText()
  const number = (
    <span className={styles['number']} data-testid="linked-number">
      {phoneNumber(session.number)}
    </span>
  )
  return (
    <StateCard session={session} title={number}>
      <WhoAndSince session={session} />
      <dl className={styles['facts']}>
        <div>
          <dt>{text.online.lastActivity}</dt>
          <dd>
            <LastActivity at={session.lastActivity} />
          </dd>
        </div>
        <div>
          <dt>{text.online.deviceName}</dt>
          <dd>{DEVICE_NAME}</dd>
        </div>
      </dl>
      <Warnings warnings={session.warnings} />
      <ActionBar session={session} onCommand={onCommand} />
    </StateCard>
  )
}

/** The account's name, the phone's system and since when: what is not known is left out. */
function WhoAndSince({ session }: { readonly session: OnlineSession }) {
  const language = useLanguage()
  const { since } = useText().online
  const at = moment(language, session.since, useNow())
  const words = at.day === 'earlier' ? since.earlier(at.date) : since[at.day](at.time)
  const platform = session.platform === null ? null : platformName(session.platform)
  return (
    <p className={styles['who']}>
      {[session.accountName, platform, words].filter((part) => part !== null && part !== '').join(' · ')}
    </p>
  )
}
