import { useLesson } from './lesson-store.ts'
import { LessonCard } from './lesson-card.tsx'
import { LessonList } from './lesson-list.tsx'
import styles from './lesson-panel.module.css'
import { useScene } from './use-scene.ts'

/** Practice mode's teacher, below the organizations: it covers neither the code nor what is to be pressed. */
export function LessonPanel() {
  const progress = useLesson((state) => state.progress)
  const scene = useScene()
  return (
    <div className={styles['panel']}>
      {progress ? <LessonCard progress={progress} scene={scene} /> : <LessonList />}
    </div>
  )
}
