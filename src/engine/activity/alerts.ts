import type { CauseCode } from '../../contract/cause.ts'
import type { Millis, OrganizationView, SessionView, WarningCode } from '../../contract/session-view.ts'

/** Why an organization needs a person. `offline`: it has been trying to reconnect for too long. */
export type Need =
  | { readonly kind: 'cause'; readonly code: CauseCode }
  | { readonly kind: 'offline'; readonly code: CauseCode }
  | { readonly kind: 'warning'; readonly code: WarningCode }

export interface Needy {
  readonly id: string
  readonly name: string
  readonly need: Need
}

/** What is told outside the window. The organizations are in the order of the list, and at least one. */
export type Alert =
  | { readonly kind: 'needs'; readonly organizations: readonly Needy[] }
  | {
      readonly kind: 'back'
      readonly organizations: readonly { readonly id: string; readonly name: string }[]
    }

/** What a person knows of an organization, or would like to be told of it. */
type Grade = 'well' | 'warned' | 'broken'

/** What an organization's view says about it. */
type Condition =
  /** `lasting`: for how long it has to be so before it is news. `sign` changes when the wait starts anew. */
  | { readonly sign: string; readonly grade: Grade; readonly lasting: Millis; readonly need: Need | null }
  /** On its way to another, or not yet known to last; nothing is known yet. */
  | { readonly sign: 'between'; readonly starting: boolean }
  /** Off because a person wants it to be. */
  | { readonly sign: 'resting' }

interface Watched {
  readonly sign: string
  readonly since: Millis
  /** What the person has been told last, or has seen. */
  readonly told: Grade
}

/** What is remembered between two looks, by organization. */
export type Watch = ReadonlyMap<string, Watched>

export const NOTHING_WATCHED: Watch = new Map()

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A folder that a backup program holds is free again in less. */
const UNAVAILABLE_LASTING = MINUTE
const WARNING_LASTING = MINUTE
/** Routers restart in less. */
const OFFLINE_LASTING = 10 * MINUTE
/** A warning that comes and goes is told again after so long without it. */
const WARNING_FORGOTTEN = 60 * MINUTE
/** What ripens within this of something ripe is told with it. */
const TOGETHER = 10 * SECOND
/** How long something ripe waits for others. */
const LONGEST_HELD = 30 * SECOND
/** So that what happens to several within moments is one piece of news; what is a flicker, the engine has judged. */
const GATHERED = 3 * SECOND

/** The warnings that somebody has to do something about; the others mend themselves, or answer a press. */
const WORTH_TELLING: readonly WarningCode[] = [
  'phone-unseen',
  'decrypt-failures',
  'clock-skew',
  'time-lock',
  'queue-withheld',
]

const GRADES: Readonly<Record<Grade, number>> = { well: 0, warned: 1, broken: 2 }

export interface Look {
  readonly organizations: readonly OrganizationView[]
  readonly at: Millis
  /** The organization somebody is looking at; null where there is none. */
  readonly inView: string | null
}

export interface Seen {
  readonly watch: Watch
  readonly alerts: readonly Alert[]
  /** When to look again even if nothing changes; null for then only. */
  readonly nextAt: Millis | null
}

interface News {
  readonly organization: OrganizationView
  readonly kind: Alert['kind']
  readonly grade: Grade
  readonly need: Need | null
  readonly due: Millis
}

/**
 * Decides what to tell outside the window: once when an organization starts to need a person, once when it is back. What
 * is a flicker the engine has judged already. News of one moment travels together, and waits for sessions that are still starting.
 */
export function look(before: Watch, { organizations, at, inView }: Look): Seen {
  const watch = new Map<string, Watched>()
  const news: News[] = []
  let starting = false
  for (const organization of organizations) {
    const condition = conditionOf(organization.session)
    const known = watched(before.get(organization.id), condition.sign, at)
    watch.set(organization.id, isForgotten(known, condition, at) ? { ...known, told: 'well' } : known)
    if ('starting' in condition) starting ||= condition.starting
    if (!('grade' in condition)) continue
    const { grade, need, lasting } = condition
    const kind = kindOf(known.told, grade)
    if (kind) news.push({ organization, kind, grade, need, due: known.since + lasting })
  }

  const alerts: Alert[] = []
  const later = news.filter(({ due }) => due > at).map(({ due }) => due)
  for (const kind of ['needs', 'back'] as const) {
    const ripe = news.filter((one) => one.kind === kind && one.due <= at)
    const first = Math.min(...ripe.map(({ due }) => due))
    if (ripe.length === 0) continue
    const more = starting || news.some((one) => one.kind === kind && one.due > at && one.due <= at + TOGETHER)
    if (more && at < first + LONGEST_HELD) {
      later.push(first + LONGEST_HELD)
      continue
    }
    for (const { organization, grade } of ripe) {
      const known = watch.get(organization.id)
      if (known) watch.set(organization.id, { ...known, told: grade })
    }
    alerts.push(
      ...alertOf(
        kind,
        ripe.filter(({ organization }) => organization.id !== inView),
      ),
    )
  }
  return { watch, alerts, nextAt: later.length > 0 ? Math.min(...later) : null }
}

/** The computer has slept: what looked like lasting may have been the night. */
export function awoken(watch: Watch, at: Millis): Watch {
  return new Map([...watch].map(([id, known]) => [id, { ...known, since: at }]))
}

function watched(known: Watched | undefined, sign: string, at: Millis): Watched {
  if (!known) return { sign, since: at, told: 'well' }
  return known.sign === sign ? known : { ...known, sign, since: at }
}

/** Nothing is left of what was told: the next time is news again. */
function isForgotten({ told, since }: Watched, condition: Condition, at: Millis): boolean {
  if (condition.sign === 'resting') return true
  return told === 'warned' && condition.sign === 'online' && at >= since + WARNING_FORGOTTEN
}

/** Worse than what was told is news; of what is better, only that something broken works again. */
function kindOf(told: Grade, grade: Grade): Alert['kind'] | null {
  if (GRADES[grade] > GRADES[told]) return 'needs'
  return told === 'broken' && grade !== 'broken' ? 'back' : null
}

function alertOf(kind: Alert['kind'], news: readonly News[]): readonly Alert[] {
  const needy = news.flatMap(({ organization: { id, name }, need }) => (need ? [{ id, name, need }] : []))
  const back = news.map(({ organization: { id, name } }) => ({ id, name }))
  if (kind === 'back') return back.length > 0 ? [{ kind, organizations: back }] : []
  return needy.length > 0 ? [{ kind, organizations: needy }] : []
}

function conditionOf(session: SessionView): Condition {
  const neverBack = session.warnings.some(({ code }) => code === 'not-restored')
  switch (session.status) {
    case 'unlinked':
    case 'stopped':
      return { sign: 'resting' }
    case 'scan':
    case 'linking':
      return { sign: 'between', starting: false }
    case 'starting':
      return { sign: 'between', starting: session.activity === 'connecting' }
    case 'attention':
      return broken(session.status, GATHERED, { kind: 'cause', code: session.cause.code })
    case 'unavailable':
      return broken(session.status, UNAVAILABLE_LASTING, { kind: 'cause', code: session.cause.code })
    case 'reconnecting':
      if (session.told) return broken('told', GATHERED, { kind: 'cause', code: session.cause.code })
      return neverBack
        ? broken('not-restored', 0, { kind: 'warning', code: 'not-restored' })
        : broken(session.status, OFFLINE_LASTING, { kind: 'offline', code: session.cause.code })
    case 'online': {
      if (!session.lasted) return { sign: 'between', starting: true }
      const warning = session.warnings.find(({ code }) => WORTH_TELLING.includes(code))
      return warning
        ? {
            sign: 'warned',
            grade: 'warned',
            lasting: WARNING_LASTING,
            need: { kind: 'warning', code: warning.code },
          }
        : { sign: 'online', grade: 'well', lasting: GATHERED, need: null }
    }
  }
}

function broken(sign: string, lasting: Millis, need: Need): Condition {
  return { sign, grade: 'broken', lasting, need }
}
