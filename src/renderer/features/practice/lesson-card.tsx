import { Check, PartyPopper, RotateCcw, X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { shortName } from '../../format/short-name.ts'
import { useText } from '../../hooks/use-text.ts'
import { selectOrganization } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Rich } from '../../ui/rich.tsx'
import styles from './lesson-card.module.css'
import { actOut, beginLesson, closeLesson, leaveLesson, useLesson } from './lesson-store.ts'
import { type Progress, type Scene, standing, type Step } from './lesson.ts'
import { lessonWords } from './lesson-words.ts'
import { lessonAfter } from './lessons.ts'

interface LessonCardProps {
  readonly progress: Progress
  readonly scene: Scene
}

/** The lesson under way: what is done, what to do now, and the ways out. */
export function LessonCard({ progress, scene }: LessonCardProps) {
  const text = useText()
  const { lessons } = text
  const { lesson, steps, at, organizationId } = progress
  const where = standing(progress, scene)
  const words = lessonWords(progress, scene, text)
  const organization = scene.organizations.find(({ id }) => id === organizationId)
  const step = where === 'on-track' ? steps[at] : undefined
  const title = useRef<HTMLHeadingElement>(null)
  // Whatever button had the focus may be gone with its step.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [at, where])

  return (
    <section
      className={styles['card']}
      aria-label={lessons.titles[lesson.name]}
      data-testid="lesson"
      data-lesson={lesson.name}
      data-step={steps[at]?.name ?? 'finished'}
      data-standing={where}
    >
      <div className={styles['top']}>
        <p className={styles['name']}>{lessons.titles[lesson.name]}</p>
        {where !== 'finished' && (
          <IconButton
            className={styles['corner']}
            icon={RotateCcw}
            iconSize={15}
            label={lessons.again}
            title={lessons.again}
            data-testid="restart-lesson"
            onClick={() => beginLesson(lesson)}
          />
        )}
        <IconButton
          className={styles['corner']}
          icon={X}
          iconSize={16}
          label={where === 'finished' ? lessons.close : lessons.leave}
          title={where === 'finished' ? lessons.close : lessons.leave}
          data-testid="leave-lesson"
          onClick={where === 'finished' ? closeLesson : leaveLesson}
        />
      </div>
      <ol className={styles['ticks']} aria-hidden>
        {steps.map(({ name }, index) => (
          <li key={name} data-progress={index < at ? 'done' : index === at ? 'current' : 'ahead'}>
            {index < at ? <Check size={13} strokeWidth={3} /> : index + 1}
          </li>
        ))}
      </ol>
      <h2 className={styles['title']} ref={title} tabIndex={-1}>
        {where === 'finished' && <PartyPopper size={19} aria-hidden />}
        {words.progress !== '' && <span className={styles['progress']}>{words.progress}</span>}
        {words.title}
      </h2>
      <p className={styles['say']} data-testid="lesson-say">
        <Rich text={words.say} />
      </p>
      {step?.act && <ActButton step={step} />}
      {where === 'elsewhere' && organization && <BackButton organization={organization} />}
      {where === 'finished' && <Endings progress={progress} />}
    </section>
  )
}

/** Makes happen what the step is about; it may be pressed again where nothing came of it. */
function ActButton({ step }: { readonly step: Step }) {
  const { lessons } = useText()
  const acted = useLesson((state) => state.acted)
  const name = actNames(lessons.acts).find((one) => one === step.name)
  if (name === undefined) return null
  return (
    <>
      <Button
        data-testid="lesson-act"
        data-pointed={acted ? undefined : ''}
        onClick={() => void actOut(step)}
      >
        {lessons.acts[name]}
      </Button>
      {acted && (
        <p className={styles['acted']}>{step.points.length > 0 ? lessons.actedNext : lessons.acted}</p>
      )}
    </>
  )
}

function actNames<K extends string>(acts: Readonly<Record<K, string>>): readonly K[] {
  const isName = (name: string): name is K => Object.hasOwn(acts, name)
  return Object.keys(acts).filter(isName)
}

function BackButton({ organization: { id, name } }: { readonly organization: OrganizationView }) {
  const { lessons } = useText()
  return (
    <Button data-testid="lesson-back" onClick={() => selectOrganization(id)}>
      {lessons.back(shortName(name))}
    </Button>
  )
}

/** The next lesson first, and this one again. */
function Endings({ progress: { lesson } }: { readonly progress: Progress }) {
  const { lessons } = useText()
  const next = lessonAfter(lesson.name)
  return (
    <div className={styles['endings']}>
      {next && (
        <Button look="primary" data-testid="next-lesson" onClick={() => beginLesson(next)}>
          {lessons.next(lessons.titles[next.name])}
        </Button>
      )}
      <Button look="quiet" data-testid="restart-lesson" onClick={() => beginLesson(lesson)}>
        {lessons.repeat}
      </Button>
    </div>
  )
}
