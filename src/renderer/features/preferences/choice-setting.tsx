import { useId } from 'react'
import type { Preferences } from '../../../contract/preferences.ts'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { SettingRefusal } from './setting-refusal.tsx'
import { useSetting } from './use-setting.ts'
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

  return (
    <section className={setting['setting']}>
      <h3 id={titleId} className={setting['title']}>
        {title}
      </h3>
      <ChoiceBar
        labelledBy={titleId}
        describedBy={whyId}
        choices={choices}
        chosen={value}
        name={label}
        onChoose={(chosen) => void set(chosen)}
        testId={testId}
      />
      <p id={whyId} className={setting['why']}>
        {why}
      </p>
      <SettingRefusal refusal={refusal} />
    </section>
  )
}
