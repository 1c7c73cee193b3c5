import type { ActivityEvent } from '../../../contract/activity.ts'
import type { Language } from '../../../contract/preferences.ts'
import type { Text } from '../../../text/es/text.ts'
import { moment } from '../../../text/format.ts'
import { dayInWords } from '../../../text/times.ts'

interface Day {
  readonly name: string
  readonly events: readonly ActivityEvent[]
}

/** Events under the name of their day, in the order they come in. */
export function daysOf(
  events: readonly ActivityEvent[],
  now: number,
  language: Language,
  words: Text['history']['events'],
): readonly Day[] {
  const nameOf = ({ at }: ActivityEvent) => {
    const { day } = moment(language, at, now)
    return day === 'other' ? dayInWords(language, at, now) : words[day]
  }
  return [...Map.groupBy(events, nameOf)].map(([name, ofDay]) => ({ name, events: ofDay }))
}
