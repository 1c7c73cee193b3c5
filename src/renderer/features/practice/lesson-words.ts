import type { OrganizationView } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { statusWord } from '../../../text/status-word.ts'
import { commandLabel } from '../session/actions.ts'
import { type Progress, type Scene, standing } from './lesson.ts'

/** What a lesson says now: where it is, what it is about, and what to do. `say` has the marks of the dictionary. */
export interface LessonWords {
  readonly progress: string
  readonly title: string
  readonly say: string
}

export function lessonWords(progress: Progress, scene: Scene, text: Text): LessonWords {
  const { lessons } = text
  const { lesson, steps, at, organizationId } = progress
  const step = steps[at]
  if (!step) {
    return { progress: '', title: lessons.wellDone, say: lessons.learnt[lesson.name] }
  }
  const organization = scene.organizations.find(({ id }) => id === organizationId) ?? null
  const { title, say } = lessons.steps[step.name]
  const words = { progress: lessons.progress(at + 1, steps.length), title }
  switch (standing(progress, scene)) {
    case 'gone':
      return { ...words, say: lessons.gone }
    case 'elsewhere':
      return { ...words, say: lessons.elsewhere(organization?.name ?? '') }
    case 'astray':
      return { ...words, say: lessons.astray(organization ? statusWord(organization.session, text) : '') }
    case 'on-track':
    case 'finished':
      return { ...words, say: say(primaryLabel(organization, text)) }
  }
}

/** What the one thing to press says; while there is none, what it is going to say. */
function primaryLabel(organization: OrganizationView | null, text: Text): string {
  const session = organization?.session
  return session?.primary ? commandLabel(session.primary, session, text) : text.commands.link
}
