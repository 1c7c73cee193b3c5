import { create } from 'zustand'
import {
  practiceFault,
  practiceHeal,
  practiceLessonDone,
  selectedOrganization,
  useEnlace,
} from '../../store.ts'
import { followLesson, type Lesson, type Progress, type Scene, startLesson, type Step } from './lesson.ts'

interface State {
  /** Null while no lesson is under way. */
  readonly progress: Progress | null
  /** The button of the present step has been pressed, and what it caused is on its way. */
  readonly acted: boolean
}

/** The guided lesson: it looks at what main shows, and decides nothing about sessions. */
export const useLesson = create<State>()(() => ({ progress: null, acted: false }))

useEnlace.subscribe(() => {
  const { progress } = useLesson.getState()
  if (progress) put(followLesson(progress, scene()))
})

/** Begins, or begins again, with a simulated WhatsApp in which everything works. */
export function beginLesson(lesson: Lesson): void {
  void practiceHeal()
  useLesson.setState({ progress: null, acted: false })
  put(startLesson(lesson, scene()))
}

/** Leaves it at any moment; what it had made to fail works again. */
export function leaveLesson(): void {
  void practiceHeal()
  useLesson.setState({ progress: null, acted: false })
}

/** Puts a finished one away. */
export function closeLesson(): void {
  useLesson.setState({ progress: null, acted: false })
}

/** Presses the button of a step. */
export async function actOut({ act }: Step): Promise<void> {
  const organizationId = useLesson.getState().progress?.organizationId ?? null
  if (act === undefined || organizationId === null) return
  const { progress } = useLesson.getState()
  const caused = await (act === 'heal' ? practiceHeal() : practiceFault(organizationId, act.fault))
  // What came of it may have been quicker than the answer.
  if (useLesson.getState().progress === progress) useLesson.setState({ acted: caused })
}

function scene(): Scene {
  const state = useEnlace.getState()
  return { organizations: state.organizations, selected: selectedOrganization(state) }
}

function put(progress: Progress): void {
  if (progress === useLesson.getState().progress) return
  useLesson.setState({ progress, acted: false })
  if (progress.at === progress.steps.length) void practiceLessonDone(progress.lesson.name)
}
