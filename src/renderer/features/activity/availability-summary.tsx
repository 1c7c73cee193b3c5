import type { Availability, Light } from '../../../contract/activity.ts'
import { lasted, percent } from '../../../text/times.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import strip from './strip.module.css'
import styles from './availability-summary.module.css'

/** In the order of importance. */
const SHOWN: readonly Light[] = ['online', 'working', 'attention', 'off', 'closed', 'unknown']

/** The strip in a sentence, and for how long each light was on. */
export function AvailabilitySummary({ availability }: { readonly availability: Availability }) {
  const language = useLanguage()
  const { history } = useText()
  const { share, interruptions, longest, totals } = availability
  const breaks =
    interruptions === 0 ? history.noInterruption : history.interruptions(interruptions, lasted(longest))
  return (
    <>
      <p className={styles['sentence']} data-testid="availability">
        <Rich
          text={
            share === null
              ? history.notWanted
              : `${history.share(percent(language, share))}${history.and}${breaks}`
          }
        />{' '}
        {totals.closed > 0 && <span className={styles['note']}>{history.notCounted}</span>}
      </p>
      <dl className={styles['lights']}>
        {SHOWN.filter((light) => totals[light] > 0).map((light) => (
          <div key={light}>
            <dt>
              <span className={`${strip['piece']} ${styles['swatch']}`} data-light={light} aria-hidden />
              {history.light[light]}
            </dt>
            <dd>{lasted(totals[light])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
