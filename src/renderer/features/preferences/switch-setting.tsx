import { useId } from 'react'
import type { Preferences } from '../../../contract/preferences.ts'
import { Switch } from '../../ui/switch.tsx'
import { SettingRefusal } from './setting-refusal.tsx'
import { useSetting } from './use-setting.ts'
import setting from './setting.module.css'
import styles from './switch-setting.module.css'

type SwitchName = {
  [N in keyof Preferences]: Preferences[N] extends boolean ? N : never
}[keyof Preferences]

interface SwitchSettingProps {
  readonly name: SwitchName
  readonly title: string
  readonly why: string
  readonly testId: string
}

/** One preference that is on or off. The whole line is what is pressed. */
export function SwitchSetting({ name, title, why, testId }: SwitchSettingProps) {
  const { value, set, refusal } = useSetting(name)
  const id = useId()
  const titleId = useId()
  const whyId = useId()
  return (
    <div className={styles['line']}>
      <label className={styles['label']} htmlFor={id}>
        <span className={styles['words']}>
          <span id={titleId} className={setting['title']}>
            {title}
          </span>
          <span id={whyId} className={setting['why']}>
            {why}
          </span>
        </span>
        <Switch
          id={id}
          labelledBy={titleId}
          describedBy={whyId}
          checked={value ?? false}
          onChange={(checked) => void set(checked)}
          testId={testId}
        />
      </label>
      <SettingRefusal refusal={refusal} />
    </div>
  )
}
