import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { moment, momentInWords } from '../../../text/format.ts'
import { isolated } from '../../../text/inserted/isolated.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { shownNumber } from '../../../text/shown-number.ts'
import { platformName } from '../../format/platform.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { PreviousLine } from '../previous/previous-line.tsx'
import { SourceLine } from '../source/source-line.tsx'
import { TestResult } from '../test/test-result.tsx'
import { ActionBar } from './action-bar.tsx'
import { HealthFacts } from './health-facts.tsx'
import { HealthNotes } from './health-notes.tsx'
import styles from './online-card.module.css'
import { StateCard } from './state-card.tsx'
import { Warnings } from './warnings.tsx'
import type { Press } from './press.ts'

type OnlineSession = Extract<SessionView, { status: 'online' }>

interface OnlineCardProps {
  readonly organization: OrganizationView
  readonly session: OnlineSession
  readonly onCommand: (command: Press) => void
  readonly onDeleteSource: () => void
}

/** The number, what shows that it works, and the buttons; what comes and goes is below them, so that they stay. */
export function OnlineCard({ organization, session, onCommand, onDeleteSource }: OnlineCardProps) {
  const text = useText()
  const { previousNumber } = organization
  const number = (
    <span className={styles['number']} data-testid="linked-number">
      {shownNumber(text, session.number)}
    </span>
  )
  return (
    <StateCard session={session} title={number}>
      {previousNumber !== null && (
        <p className={styles['who']} data-testid="previous-number">
          <Rich text={text.online.before(phoneNumber(previousNumber))} />
        </p>
      )}
      <WhoAndSince session={session} />
      <HealthFacts
        health={session.health}
        lastActivity={session.lastActivity}
        snapshotAt={session.snapshotAt}
      />
      <ActionBar session={session} onCommand={onCommand} />
      <div className={styles['news']}>
        <Warnings session={session} onCommand={onCommand} />
        {session.test && <TestResult test={session.test} />}
        <PreviousLine session={session} onRetire={() => onCommand('retire-previous')} />
        <SourceLine organization={organization} onDelete={onDeleteSource} />
      </div>
      <HealthNotes health={session.health} />
    </StateCard>
  )
}

/** The account's name, the phone's system and since when: what is not known is left out. */
function WhoAndSince({ session }: { readonly session: OnlineSession }) {
  const language = useLanguage()
  const { since } = useText().online
  const at = moment(language, session.since, useNow())
  const words = momentInWords(at, since)
  const platform = session.platform === null ? null : platformName(session.platform)
  return (
    <p className={styles['who']}>
      {[isolated(session.accountName ?? ''), platform, words]
        .filter((part) => part !== null && part !== '')
        .join(' · ')}
    </p>
  )
}
