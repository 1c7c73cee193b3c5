import { useState } from 'react'
import { ACTIVITY_RANGES, type ActivityRange, MOST_EVENTS } from '../../../contract/activity.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { AvailabilitySummary } from './availability-summary.tsx'
import styles from './activity-view.module.css'
import { EventList } from './event-list.tsx'
import { LogSwitch } from './log-switch.tsx'
import { Strip } from './strip.tsx'
import { TechnicalLog } from './technical-log.tsx'
import { useActivity } from './use-activity.ts'

/** How many events are shown first, and how many more with each press. */
const PAGE = 20

export function ActivityView({ organization }: { readonly organization: OrganizationView }) {
  const { history } = useText()
  const [range, setRange] = useState<ActivityRange>('24h')
  const [most, setMost] = useState(PAGE)
  const [logShown, setLogShown] = useState(false)
  const answer = useActivity(organization, range, most)
  const activity = answer?.ok ? answer.value : null
  const isEmpty = activity?.availability.share === null && activity.events.length === 0

  return (
    <>
      <ChoiceBar
        label={history.range}
        choices={ACTIVITY_RANGES}
        chosen={range}
        name={(choice) => history.ranges[choice]}
        onChoose={(choice) => {
          setRange(choice)
          setMost(PAGE)
        }}
        testId="activity-range"
      />
      {answer === null && <p className={styles['note']}>{history.loading}</p>}
      {answer?.ok === false && <FailureLine failure={answer.error} what={history.failed} />}
      {activity?.trouble && (
        <p className={styles['trouble']} role="note" data-testid="activity-trouble">
          {activity.trouble.code === 'unkept'
            ? history.trouble.unkept
            : history.trouble.setAside(activity.trouble.keptAs)}
        </p>
      )}
      {isEmpty && (
        <div className={styles['empty']} data-testid="activity-empty">
          <p className={styles['title']}>{history.empty.title}</p>
          <p>{history.empty.body}</p>
        </div>
      )}
      {activity && !isEmpty && (
        <>
          <section className={styles['part']}>
            <Strip activity={activity} />
            <AvailabilitySummary availability={activity.availability} />
          </section>
          <section className={styles['part']}>
            <h3 className={styles['title']}>{history.events.title}</h3>
            <EventList events={activity.events} />
            {activity.more && most < MOST_EVENTS && (
              <div>
                <Button look="quiet" data-testid="more-events" onClick={() => setMost(most + PAGE)}>
                  {history.events.more}
                </Button>
              </div>
            )}
          </section>
        </>
      )}
      <section className={styles['log']}>
        <LogSwitch on={logShown} onChange={setLogShown} />
        {logShown && <TechnicalLog organization={organization} />}
      </section>
    </>
  )
}
