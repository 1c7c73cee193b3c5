import type { LessonName, PracticeFault } from '../../../contract/practice.ts'
import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import type { Lessons } from '../../../text/es/lessons.ts'

export type StepName = keyof Lessons['lessons']['steps']

/** What a step's own button makes the simulated WhatsApp do. */
export type Act = { readonly fault: PracticeFault } | 'heal'

/**
 * One thing to do. Both questions are answered by the session as main shows it, so that nothing but the deed itself
 * goes on; the session is null while no organization has been found to learn with.
 */
export interface Step {
  readonly name: StepName
  /** What it asks for has been done. */
  readonly done: (session: SessionView | null) => boolean
  /** It can be done from here. */
  readonly fits: (session: SessionView | null) => boolean
  readonly act?: Act
  /** Test ids of the controls that lead there, the last one to press first: the first that is there is pointed at. */
  readonly points: readonly string[]
}

export interface Lesson {
  readonly name: LessonName
  /** Whether an organization in this state can be learnt with. */
  readonly takes: (session: SessionView) => boolean
  /** Gets an organization into the state the lesson begins with; what is done already is left out. */
  readonly preparation: readonly Step[]
  readonly steps: readonly Step[]
}

/** What is on screen, as far as lessons look at it. */
export interface Scene {
  readonly organizations: readonly OrganizationView[]
  readonly selected: OrganizationView | null
}

/** A lesson under way. */
export interface Progress {
  readonly lesson: Lesson
  readonly steps: readonly Step[]
  /** Index of the step to do now; the number of steps once all are done. */
  readonly at: number
  /** The organization that is learnt with; null while none has been found. */
  readonly organizationId: string | null
}

export function startLesson(lesson: Lesson, scene: Scene): Progress {
  const organization = choose(lesson, scene)
  const session = organization?.session ?? null
  const missing = lesson.preparation.findIndex((step) => !step.done(session))
  const before = missing === -1 ? [] : lesson.preparation.slice(missing)
  const steps = [...before, ...lesson.steps]
  return followLesson({ lesson, steps, at: 0, organizationId: organization?.id ?? null }, scene)
}

/**
 * The lesson after something has changed. It goes on where the present step is done, and one step back where only the
 * one before can be done from here, as when a code has expired. Returns the same one where nothing follows.
 */
export function followLesson(progress: Progress, scene: Scene): Progress {
  const { lesson, steps } = progress
  const organizationId = progress.organizationId ?? choose(lesson, scene)?.id ?? null
  const organization = scene.organizations.find(({ id }) => id === organizationId)
  if (organizationId !== null && !organization) return progress
  const session = organization?.session ?? null

  let { at } = progress
  while (steps[at]?.done(session) === true) at += 1
  const stuck = at === progress.at && steps[at]?.fits(session) === false
  if (stuck && steps[at - 1]?.fits(session) === true) at -= 1
  return at === progress.at && organizationId === progress.organizationId
    ? progress
    : { ...progress, at, organizationId }
}

/**
 * - `finished`: every step is done.
 * - `gone`: its organization has been removed.
 * - `elsewhere`: another organization is being looked at.
 * - `astray`: the step cannot be done from the state its session is in.
 * - `on-track`: its step is the thing to do.
 */
export type Standing = 'finished' | 'gone' | 'elsewhere' | 'astray' | 'on-track'

export function standing({ steps, at, organizationId }: Progress, scene: Scene): Standing {
  const step = steps[at]
  if (!step) return 'finished'
  if (organizationId === null) return 'on-track'
  const organization = scene.organizations.find(({ id }) => id === organizationId)
  if (!organization) return 'gone'
  if (scene.selected?.id !== organizationId) return 'elsewhere'
  return step.fits(organization.session) ? 'on-track' : 'astray'
}

/** The one in view, or else the first that will do. */
function choose({ takes }: Lesson, { organizations, selected }: Scene): OrganizationView | null {
  if (selected && takes(selected.session)) return selected
  return organizations.find(({ session }) => takes(session)) ?? null
}
