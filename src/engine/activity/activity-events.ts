import type { ActivityEvent } from '../../contract/activity.ts'
import type { Millis } from '../../contract/session-view.ts'
import type { JournalEntry, StateEntry } from '../ports.ts'

type Down = Extract<ActivityEvent, { what: 'down' }>
type Away = Extract<ActivityEvent, { what: 'away' }>

/**
 * What happened, in the order in which it did: changes of state become events with an end, such as a connection that
 * dropped and was back. What began before `from` is told where it ended after it.
 *
 * @param entries the organization's and the program's, `steadied`
 */
export function eventsOf(entries: readonly JournalEntry[], from: Millis): readonly ActivityEvent[] {
  const teller = new Teller()
  for (const entry of entries) teller.hear(entry)
  return teller.events.filter((event) => endOf(event) >= from)
}

/** Walks through the entries once; what is still open is closed by what comes later. */
class Teller {
  readonly events: ActivityEvent[] = []
  /** Where in `events` the trouble is that has not ended. */
  #down: number | null = null
  #away: number | null = null
  #state: StateEntry['state'] | null = null
  /** A person had stopped it, in this run of the program. */
  #stopped = false

  hear(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'happening':
        this.events.push({ at: entry.at, ...entry.happening })
        if (entry.happening.what === 'removed') this.#forget()
        return
      case 'program':
        if (entry.what === 'opened') this.#opened(entry.at)
        else this.#leave({ at: entry.at, what: 'away', how: entry.what, until: null })
        return
      case 'state':
        this.#enter(entry, entry.at)
        this.#state = entry.state
    }
  }

  #enter({ state, cause }: StateEntry, at: Millis): void {
    switch (state) {
      case 'online':
        if (this.#down !== null) this.#amendDown({ backAt: at, ongoing: false })
        else if (this.#stopped) this.events.push({ at, what: 'connected' })
        this.#down = null
        this.#stopped = false
        return
      case 'reconnecting':
        if (cause) this.#goDown({ at, what: 'down', state, cause, backAt: null, ongoing: true })
        return
      case 'attention':
      case 'unavailable':
        if (cause) this.#goDown({ at, what: 'down', state: 'attention', cause, backAt: null, ongoing: true })
        return
      case 'stopped':
        if (this.#state !== null && this.#state !== 'stopped') this.events.push({ at, what: 'stopped' })
        this.#stopped = true
        this.#endDown()
        return
      case 'unlinked':
        if (cause?.code === 'not-scanned' && this.#state !== null && this.#state !== 'unlinked') {
          this.events.push({ at, what: 'not-scanned' })
        }
        this.#endDown()
        return
      case 'stopping':
      case 'logging-out':
        this.#endDown()
        return
      case 'linking':
        // That it is linked will be told.
        this.#stopped = false
        return
      case 'connecting':
      case 'clearing':
      case 'scan':
    }
  }

  /** While it tries to come back, the reason may change: it is still one outage. What needs a person is told anew. */
  #goDown(down: Down): void {
    const present = this.#presentDown()
    if (present?.state === 'reconnecting' && down.state === 'reconnecting') return
    if (present?.state === down.state && present.cause.code === down.cause.code) return
    this.#endDown()
    this.#down = this.events.push(down) - 1
  }

  #leave(away: Away): void {
    // Before an organization was there, that Enlace was closed is nothing to tell.
    if (this.#state === null && this.#away === null && this.events.length === 0) return
    if (this.#presentDown()?.state === 'reconnecting') this.#endDown()
    this.#away = this.events.push(away) - 1
    this.#state = null
    this.#stopped = false
  }

  #opened(at: Millis): void {
    const away = this.#away === null ? undefined : this.events[this.#away]
    if (this.#away !== null && away?.what === 'away') this.events[this.#away] = { ...away, until: at }
    this.#away = null
  }

  #forget(): void {
    this.#endDown()
    this.#state = null
  }

  #presentDown(): Down | null {
    const present = this.#down === null ? undefined : this.events[this.#down]
    return present?.what === 'down' ? present : null
  }

  #endDown(): void {
    this.#amendDown({ ongoing: false })
    this.#down = null
  }

  #amendDown(changes: Partial<Pick<Down, 'backAt' | 'ongoing'>>): void {
    const present = this.#presentDown()
    if (present && this.#down !== null) this.events[this.#down] = { ...present, ...changes }
  }
}

function endOf(event: ActivityEvent): Millis {
  if (event.what === 'down') return event.ongoing ? Infinity : (event.backAt ?? event.at)
  return event.what === 'away' ? (event.until ?? event.at) : event.at
}
