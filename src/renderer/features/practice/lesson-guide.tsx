import { useText } from '../../hooks/use-text.ts'
import hidden from '../../styles/hidden.module.css'
import { useLesson } from './lesson-store.ts'
import { type Progress, type Scene, standing } from './lesson.ts'
import { lessonWords } from './lesson-words.ts'
import './pointed.css'
import { usePointed } from './use-pointed.ts'
import { useScene } from './use-scene.ts'

/** Points at the control to press, and reads each next step aloud. */
export function LessonGuide() {
  const text = useText()
  const progress = useLesson((state) => state.progress)
  const scene = useScene()
  const acted = useLesson((state) => state.acted)
  usePointed(progress === null ? NOTHING : pointsOf(progress, scene, acted))
  const words = progress && lessonWords(progress, scene, text)
  return (
    <div className={hidden['hidden']} role="status" aria-live="polite" data-testid="lesson-announcer">
      {words && [words.progress, words.title, words.say.replaceAll('**', '')].filter(Boolean).join('. ')}
    </div>
  )
}

const NOTHING: readonly string[] = []
/** Off the way, the one thing to press leads back to it. */
const THE_WAY_BACK: readonly string[] = ['primary-action']

function pointsOf(progress: Progress, scene: Scene, acted: boolean): readonly string[] {
  switch (standing(progress, scene)) {
    case 'on-track': {
      const step = progress.steps[progress.at]
      // A button of the step's own comes first.
      return step && (step.act === undefined || acted) ? step.points : NOTHING
    }
    case 'astray':
      return THE_WAY_BACK
    case 'finished':
    case 'gone':
    case 'elsewhere':
      return NOTHING
  }
}
