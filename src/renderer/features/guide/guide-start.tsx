import { type CauseCode, SUPPORT_CODES } from '../../../contract/cause.ts'
import type { Status } from '../../../contract/session-view.ts'
import type { Guide } from '../../../text/guide-shape.ts'
import { GUIDE_ORDER } from '../../../text/guide/guide-order.ts'
import { nothingRuns } from '../../../text/guide/nothing-runs.ts'
import { useText } from '../../hooks/use-text.ts'
import type { GuidePlace } from './guide-place.ts'
import styles from './guide-start.module.css'
import { GuideWords } from './guide-words.tsx'

interface GuideStartProps {
  readonly guide: Guide
  readonly onOpen: (place: GuidePlace) => void
}

/** The beginning: the codes to choose from, then what has none. */
export function GuideStart({ guide, onOpen }: GuideStartProps) {
  const text = useText()
  const { headings, states, topics } = guide
  const isStatus = (key: string): key is Status => Object.hasOwn(states, key)
  return (
    <>
      <p>{guide.intro}</p>
      <ul className={styles['codes']} aria-label={headings.codes}>
        {GUIDE_ORDER.map((cause) => (
          <li key={cause}>
            <CodeRow cause={cause} title={text.causes[cause].title} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <h3>{headings.states}</h3>
      <dl className={styles['pairs']}>
        {Object.keys(states)
          .filter(isStatus)
          .map((status) => (
            <div key={status}>
              <dt>{text.status[status]}</dt>
              <dd>
                {states[status].means} <GuideWords sentence={states[status].toDo} onOpen={onOpen} />
              </dd>
            </div>
          ))}
      </dl>
      <h3>{headings.warnings}</h3>
      <p className={styles['soft']}>{headings.warningsIntro}</p>
      <dl className={styles['pairs']}>
        {Object.entries(text.warnings).map(([code, { title, body }]) => (
          <div key={code}>
            <dt>{title}</dt>
            <dd>{body}</dd>
          </div>
        ))}
      </dl>
      <h3>{headings.blocked}</h3>
      <p className={styles['soft']}>{headings.blockedIntro}</p>
      <dl className={styles['pairs']}>
        {nothingRuns(text).map(({ title, why, next }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {why} {next}
            </dd>
          </div>
        ))}
      </dl>
      {topics.map(({ title, lines }) => (
        <section key={title} className={styles['topic']}>
          <h3>{title}</h3>
          <ul className={styles['lines']}>
            {lines.map((line) => (
              <li key={line}>
                <GuideWords sentence={line} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface CodeRowProps {
  readonly cause: CauseCode
  readonly title: string
  readonly onOpen: (place: GuidePlace) => void
}

function CodeRow({ cause, title, onOpen }: CodeRowProps) {
  return (
    <button
      type="button"
      className={styles['row']}
      data-testid={`guide-${SUPPORT_CODES[cause]}`}
      onClick={() => onOpen(cause)}
    >
      <span className={styles['code']}>{SUPPORT_CODES[cause]}</span>
      {title}
    </button>
  )
}
