import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, useState } from 'react'
import type { Preferences } from '../../../contract/preferences.ts'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { setPreferences, useEnlace } from '../../store.ts'
import styles from './choice-setting.module.css'

interface ChoiceSettingProps<N extends keyof Preferences> {
  readonly name: N
  readonly choices: readonly Preferences[N][]
  readonly title: string
  readonly why: string
  readonly label: (choice: Preferences[N]) => string
  /** Each choice is found by this and its value. */
  readonly testId: string
}

/** One preference with a few values, in force as soon as one is chosen. */
export function ChoiceSetting<N extends keyof Preferences>({
  name,
  choices,
  title,
  why,
  label,
  testId,
}: ChoiceSettingProps<N>) {
  const text = useText()
  const preferences = useEnlace(({ settings }) => settings?.preferences)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const titleId = useId()
  const whyId = useId()

  const choose = async (key: string) => {
    const chosen = choices.find((choice) => keyOf(choice) === key)
    if (!preferences || chosen === undefined) return
    setRefusal(null)
    setRefusal(await setPreferences({ ...preferences, [name]: chosen }))
  }

  return (
    <section className={styles['setting']}>
      <h3 id={titleId} className={styles['title']}>
        {title}
      </h3>
      <RadioGroup
        className={styles['choices']}
        aria-labelledby={titleId}
        aria-describedby={whyId}
        value={preferences ? keyOf(preferences[name]) : null}
        onValueChange={(key) => void choose(String(key))}
      >
        {choices.map((choice) => (
          <Radio.Root
            key={keyOf(choice)}
            value={keyOf(choice)}
            className={styles['choice']}
            data-testid={`${testId}-${keyOf(choice)}`}
          >
            {label(choice)}
          </Radio.Root>
        ))}
      </RadioGroup>
      <p id={whyId} className={styles['why']}>
        {why}
      </p>
      {refusal && (
        <p className={styles['error']} role="alert">
          {text.preferences.failed} {text.errors[refusal.code](refusal.params)}
        </p>
      )}
    </section>
  )
}

function keyOf(choice: string | number | boolean | null): string {
  return choice === null ? 'never' : String(choice)
}
