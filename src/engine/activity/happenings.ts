import type { Happening, ShownState } from '../../contract/activity.ts'
import type { Restriction } from '../../contract/restriction.ts'
import type { OrganizationView, SessionView, TestView } from '../../contract/session-view.ts'
import { sameNumber } from '../account-number.ts'
import type { StateEntry } from '../ports.ts'
import { isRunning } from '../session/session.ts'

/** What the journal keeps of a view: what the person saw, without what changes all the time. */
export function shownIn({ id, lastNumber, session }: OrganizationView): StateEntry {
  return {
    kind: 'state',
    organizationId: id,
    state: stateOf(session),
    cause: 'cause' in session ? session.cause : null,
    number: session.status === 'online' ? session.number : lastNumber,
  }
}

function stateOf(session: SessionView): ShownState {
  return session.status === 'starting' ? session.activity : session.status
}

export function sameShown(a: StateEntry, b: StateEntry): boolean {
  return (
    a.state === b.state &&
    a.number === b.number &&
    a.cause?.code === b.cause?.code &&
    a.cause?.detail === b.cause?.detail
  )
}

/** What happened between two views of an organization that followed each other. */
export function happenings(before: OrganizationView, after: OrganizationView): readonly Happening[] {
  return [
    ...linked(before, after),
    ...numberChanged(before, after),
    ...pressed(before.session, after.session),
    ...tested(before.session, after.session),
    ...limited(before.session, after.session),
  ]
}

function linked(before: OrganizationView, { session, previousNumber }: OrganizationView): Happening[] {
  if (session.status !== 'online' || before.session.status !== 'linking') return []
  const { number } = session
  return [{ what: 'linked', number, former: sameNumber(previousNumber, number) ? null : previousNumber }]
}

/** Another number was accepted. */
function numberChanged(before: OrganizationView, { lastNumber: number }: OrganizationView): Happening[] {
  const { lastNumber: former } = before
  return former === null || number === null || sameNumber(former, number)
    ? []
    : [{ what: 'number-changed', number, former }]
}

function pressed(before: SessionView, after: SessionView): Happening[] {
  const state = stateOf(after)
  const previous = stateOf(before)
  const found: Happening[] = []
  if (state === 'clearing' && previous !== 'clearing') found.push({ what: 'cleared' })
  if (previous === 'logging-out' && (state === 'unlinked' || state === 'connecting')) {
    found.push({ what: 'logged-out' })
  }
  // What was put aside comes back in the same step in which the session leaves a state that a person looks at.
  const isBack = before.undo !== null && before.undo.clearedAt !== after.undo?.clearedAt
  if (isBack && before.status !== 'starting' && state === 'connecting') found.push({ what: 'undone' })
  if (after.report !== null && after.report.at !== before.report?.at) {
    found.push({ what: 'repaired', step: after.report.step })
  }
  return found
}

/** A restriction that was not there before; another end of the same one is told as well. */
function limited(before: SessionView, after: SessionView): Happening[] {
  const known = restrictionsIn(before)
  return restrictionsIn(after)
    .filter(({ kind, until }) => !known.some((other) => other.kind === kind && other.until === until))
    .map((restriction) => ({ what: 'limited', ...restriction }))
}

function restrictionsIn(session: SessionView): readonly Restriction[] {
  const about = session.status === 'attention' && session.about?.kind === 'restriction' ? session.about : null
  const warned = session.warnings.flatMap(({ restriction }) => restriction ?? [])
  return about ? [about.restriction, ...warned] : warned
}

function tested(before: SessionView, after: SessionView): Happening[] {
  const done = finishedTest(after)
  if (!done || finishedTest(before)?.startedAt === done.startedAt) return []
  const { link, phone } = done
  return [{ what: 'tested', result: link === 'good' && phone !== 'waiting' ? phone : 'failed' }]
}

function finishedTest(session: SessionView): TestView | null {
  return session.status === 'online' && session.test && !isRunning(session.test) ? session.test : null
}
