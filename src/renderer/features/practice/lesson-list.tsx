import { Check } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import styles from './lesson-list.module.css'
import { beginLesson } from './lesson-store.ts'
import { LESSONS } from './lessons.ts'

/** The lessons to choose from; what has been done is ticked, and can be done again. */
export function LessonList() {
  const { lessons } = useText()
  const done = useEnlace((state) => state.settings?.lessonsDone)
  const headingId = useId()
  return (
    <section className={styles['section']} aria-labelledby={headingId} data-testid="lessons">
      <h2 id={headingId} className={styles['heading']}>
        {lessons.heading}
      </h2>
      <ol className={styles['list']}>
        {LESSONS.map((lesson, at) => {
          const ticked = done?.includes(lesson.name) === true
          return (
            <li key={lesson.name}>
              <button
                type="button"
                className={styles['lesson']}
                data-testid={`lesson-${lesson.name}`}
                data-done={ticked}
                onClick={() => beginLesson(lesson)}
              >
                <span className={styles['mark']}>
                  {ticked ? <Check size={14} strokeWidth={3} role="img" aria-label={lessons.done} /> : at + 1}
                </span>
                {lessons.titles[lesson.name]}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
