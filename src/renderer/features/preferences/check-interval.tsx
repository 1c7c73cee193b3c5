import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, useState } from 'react'
import { CHECK_INTERVALS, type Preferences } from '../../../contract/commands.ts'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { setPreferences, useEnlace } from '../../store.ts'
import styles from './check-interval.module.css'

type Interval = Preferences['checkInterval']

/** How often the folders on disk are compared with what runs, and what that is good for. */
export function CheckInterval() {
  const text = useText()
  const words = text.preferences
  const preferences = useEnlace((state) => state.preferences)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const titleId = useId()
  const whyId = useId()

  const choose = async (key: string) => {
    const checkInterval = CHECK_INTERVALS.find((interval) => keyOf(interval) === key)
    if (!preferences || checkInterval === undefined) return
    setRefusal(null)
    setRefusal(await setPreferences({ ...preferences, checkInterval }))
  }

  return (
    <section className={styles['setting']}>
      <h3 id={titleId} className={styles['title']}>
        {words.checkInterval}
      </h3>
      <RadioGroup
        className={styles['choices']}
        aria-labelledby={titleId}
        aria-describedby={whyId}
        value={preferences && keyOf(preferences.checkInterval)}
        onValueChange={(key) => void choose(String(key))}
      >
        {CHECK_INTERVALS.map((interval) => (
          <Radio.Root
            key={keyOf(interval)}
            value={keyOf(interval)}
            className={styles['choice']}
            data-testid={`check-interval-${keyOf(interval)}`}
          >
            {interval === null ? words.never : words.every(interval)}
          </Radio.Root>
        ))}
      </RadioGroup>
      <p id={whyId} className={styles['why']}>
        {words.why}
      </p>
      {refusal && (
        <p className={styles['error']} role="alert">
          {words.failed} {text.errors[refusal.code](refusal.params)}
        </p>
      )}
    </section>
  )
}

function keyOf(interval: Interval): string {
  return interval === null ? 'never' : String(interval)
}
