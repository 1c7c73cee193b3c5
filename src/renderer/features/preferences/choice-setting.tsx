import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import type { Preferences } from '../../../contract/preferences.ts'
import { SettingRefusal } from './setting-refusal.tsx'
import { useSetting } from './use-setting.ts'
import styles from './choice-setting.module.css'
import setting from './setting.module.css'

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
  const { value, set, refusal } = useSetting(name)
  const titleId = useId()
  const whyId = useId()

  const choose = (key: string) => {
    const chosen = choices.find((choice) => keyOf(choice) === key)
    if (chosen !== undefined) void set(chosen)
  }

  return (
    <section className={setting['setting']}>
      <h3 id={titleId} className={setting['title']}>
        {title}
      </h3>
      <RadioGroup
        className={styles['choices']}
        aria-labelledby={titleId}
        aria-describedby={whyId}
        value={value === undefined ? null : keyOf(value)}
        onValueChange={(key) => choose(String(key))}
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
      <p id={whyId} className={setting['why']}>
        {why}
      </p>
      <SettingRefusal refusal={refusal} />
    </section>
  )
}

function keyOf(choice: string | number | boolean | null): string {
  return choice === null ? 'never' : String(choice)
}
