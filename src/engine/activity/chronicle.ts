import { ageOf, isRecent } from '../../contract/age.ts'
import type { Millis, OrganizationView } from '../../contract/session-view.ts'
import { happenings, sameShown, shownIn } from './happenings.ts'
import type { Clock, Journal, StateEntry } from '../ports.ts'

/** How often the program says that it runs: after a crash, its end is known to within this. */
const BEAT_MS = 60_000
/** Nothing at all for so long means that the computer slept. */
const ASLEEP_AFTER_MS = 3 * BEAT_MS
/** A start that is over within this and leads back to where it came from is not worth a line. */
const PASSING_MS = 10_000
/** What stays as it is for weeks is noted again, so that it outlives what is too old. */
const RESTATE_MS = 24 * 60 * 60 * 1000

interface Known {
  readonly view: OrganizationView
  /** The state that was noted last. */
  readonly noted: StateEntry
  /** A start that may be over in a moment: a problem of the computer is looked at again every half minute. */
  readonly passing: { readonly at: Millis; readonly entry: StateEntry } | null
}

/** Notes what the organizations show and when Enlace runs. What a person was not shown is not noted. */
export class Chronicle {
  readonly #clock: Clock
  readonly #journal: Journal
  readonly #known = new Map<string, Known>()
  #lastSign: Millis | null = null
  #statedAt: Millis = 0
  #cancelBeat: () => void = () => {}

  constructor(clock: Clock, journal: Journal) {
    this.#clock = clock
    this.#journal = journal
  }

  /**
   * The program runs from now on.
   *
   * @param views all organizations, once what should run has been started: before that all of them seem stopped
   */
  begin(views: readonly OrganizationView[]): void {
    const at = this.#clock.now()
    this.#lastSign = at
    this.#statedAt = at
    this.#journal.note({ kind: 'program', at, what: 'opened' })
    for (const view of views) this.saw(view)
    this.#beatLater(at)
  }

  /** An organization's view may have changed. */
  saw(view: OrganizationView): void {
    if (this.#lastSign === null) return
    const at = this.#sign()
    const entry = shownIn(view)
    const known = this.#known.get(view.id)
    if (!known) {
      this.#known.set(view.id, { view, noted: entry, passing: null })
      this.#journal.note({ at, ...entry })
      return
    }
    for (const happening of happenings(known.view, view)) {
      this.#journal.note({ kind: 'happening', at, organizationId: view.id, happening })
    }
    this.#known.set(view.id, { view, ...this.#noteState(known, entry, at) })
  }

  /** A person removed the organization. */
  removed(organizationId: string): void {
    if (this.#lastSign === null) return
    const at = this.#sign()
    this.#known.delete(organizationId)
    this.#journal.note({ kind: 'happening', at, organizationId, happening: { what: 'removed' } })
  }

  /** Notes what is only held back for a moment, so that whoever reads now reads all of it. */
  settle(): void {
    for (const [id, { view, passing }] of this.#known) {
      if (!passing) continue
      this.#journal.note({ at: passing.at, ...passing.entry })
      this.#known.set(id, { view, noted: passing.entry, passing: null })
    }
  }

  /** Notes all states as they are now, for a journal that has forgotten them or may soon. */
  restate(): void {
    const at = this.#clock.now()
    this.#statedAt = at
    for (const [id, { view }] of this.#known) {
      const noted = shownIn(view)
      this.#known.set(id, { view, noted, passing: null })
      this.#journal.note({ at, ...noted })
    }
  }

  /** The program is being closed. */
  end(): void {
    if (this.#lastSign !== null) {
      const at = this.#sign()
      this.#cancelBeat()
      this.settle()
      this.#journal.note({ kind: 'program', at, what: 'closed' })
      this.#lastSign = null
    }
    this.#journal.end()
  }

  #noteState({ noted, passing }: Known, entry: StateEntry, at: Millis): Omit<Known, 'view'> {
    if (passing && sameShown(passing.entry, entry)) return { noted, passing }
    if (passing && sameShown(noted, entry) && isRecent(passing.at, PASSING_MS, at))
      return { noted, passing: null }
    if (passing) this.#journal.note({ at: passing.at, ...passing.entry })
    const last = passing?.entry ?? noted
    if (sameShown(last, entry)) return { noted: last, passing: null }
    if (entry.state === 'connecting') return { noted: last, passing: { at, entry } }
    this.#journal.note({ at, ...entry })
    return { noted: entry, passing: null }
  }

  /** Where there was no sign for long, nobody knows what happened meanwhile. */
  #sign(): Millis {
    const at = this.#clock.now()
    const last = this.#lastSign
    this.#lastSign = at
    if (last !== null && (ageOf(last, at) ?? 0) > ASLEEP_AFTER_MS) {
      this.settle()
      this.#journal.note({ kind: 'program', at: last, what: 'asleep' })
      this.#journal.note({ kind: 'program', at, what: 'opened' })
      this.restate()
    }
    return at
  }

  #beatLater(at: Millis): void {
    this.#cancelBeat = this.#clock.wake(at + BEAT_MS, () => {
      const now = this.#sign()
      this.#journal.beat(now)
      if (Math.abs(now - this.#statedAt) >= RESTATE_MS) this.restate()
      this.#beatLater(now)
    })
  }
}
