import type { ActivityEvent } from '../../../contract/activity.ts'
import type { Text } from '../../../text/es/text.ts'
import { lasted } from '../../../text/times.ts'
import { shownNumber } from '../../../text/shown-number.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import type { Tone } from '../../../contract/tone.ts'

type Down = Extract<ActivityEvent, { what: 'down' }>

/** An event as a sentence; its time stands beside it. */
export function eventWords(event: ActivityEvent, text: Text): string {
  const words = text.history.event
  switch (event.what) {
    case 'linked':
      return event.former === null
        ? words.linked(shownNumber(text, event.number))
        : words.relinked(shownNumber(text, event.number), phoneNumber(event.former))
    case 'number-changed':
      return words.numberChanged(phoneNumber(event.number), phoneNumber(event.former))
    case 'repaired':
      return words.repaired[event.step]
    case 'tested':
      return words.tested[event.result]
    case 'limited':
      return words.limited[event.kind]
    case 'down':
      return downWords(event, text)
    case 'away':
      return words.away[event.how](lasted((event.until ?? event.at) - event.at))
    case 'cleared':
    case 'undone':
    case 'logged-out':
    case 'removed':
    case 'connected':
    case 'stopped':
    case 'not-scanned':
      return words[event.what]
  }
}

function downWords({ at, cause, backAt, ongoing }: Down, text: Text): string {
  const { down } = text.history.event
  const { title } = text.causes[cause.code]
  if (backAt !== null) return down.back(title, lasted(backAt - at))
  return ongoing ? down.ongoing(title) : down.over(title)
}

/** What colour its icon has. */
export function eventTone(event: ActivityEvent): Tone {
  switch (event.what) {
    case 'linked':
    case 'connected':
      return 'connected'
    case 'limited':
      return 'working'
    case 'down':
      return event.state === 'attention' ? 'attention' : 'working'
    case 'tested':
      return event.result === 'alive' ? 'connected' : 'working'
    case 'number-changed':
    case 'cleared':
    case 'undone':
    case 'logged-out':
    case 'repaired':
    case 'removed':
    case 'stopped':
    case 'not-scanned':
    case 'away':
      return 'off'
  }
}
