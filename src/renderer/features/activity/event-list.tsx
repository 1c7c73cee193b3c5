import type { ActivityEvent } from '../../../contract/activity.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { daysOf } from './days-of.ts'
import { eventIcon } from './event-icon.ts'
import styles from './event-list.module.css'
import { eventTone, eventWords } from './event-words.ts'

/** What happened, by day, the newest first. */
export function EventList({ events }: { readonly events: readonly ActivityEvent[] }) {
  const language = useLanguage()
  const text = useText()
  const days = daysOf(events, useNow(), language, text.history.events)
  if (events.length === 0) return <p className={styles['none']}>{text.history.events.none}</p>
  return (
    <div className={styles['days']} data-testid="events">
      {days.map((day) => (
        <section key={day.name}>
          <h4 className={styles['day']}>{day.name}</h4>
          <ol>
            {day.events.map((event, n) => {
              const Icon = eventIcon(event)
              return (
                <li
                  key={`${event.at} ${n}`}
                  className={styles['event']}
                  data-testid="event"
                  data-what={event.what}
                  data-tone={eventTone(event)}
                >
                  <time className={styles['time']} dateTime={new Date(event.at).toISOString()}>
                    {timeOfDay(language, event.at)}
                  </time>
                  <Icon size={17} aria-hidden />
                  <p className={styles['words']}>
                    <Rich text={eventWords(event, text)} />
                  </p>
                  {event.what === 'down' && event.state === 'attention' && (
                    <SupportCode cause={event.cause.code} />
                  )}
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}
