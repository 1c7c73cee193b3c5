import { useState } from 'react'
import { SESSION_PREFIX } from '../../../contract/preferences.ts'
import { useText } from '../../hooks/use-text.ts'
import { TextField } from '../../ui/text-field.tsx'
import { SettingRefusal } from './setting-refusal.tsx'
import { useSetting } from './use-setting.ts'
import setting from './setting.module.css'

/** What follows the prefix in the name of an organization without an id of its own. */
const EXAMPLE_ID = '7f3a9c51e0b84d2c9a61'

/** In force with each letter that leaves a usable prefix; what is no prefix stays in the field, and is said. */
export function PrefixSetting() {
  const words = useText().preferences.sessionPrefix
  const { value: inForce = '', set, refusal } = useSetting('sessionPrefix')
  const [typed, setTyped] = useState(inForce)
  const usable = SESSION_PREFIX.test(typed)

  const type = (next: string) => {
    setTyped(next)
    if (SESSION_PREFIX.test(next)) void set(next)
  }

  return (
    <section
      className={setting['setting']}
      // What is said below the field is in view with it.
      onFocusCapture={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
    >
      <TextField
        name="sessionPrefix"
        label={words.title}
        note={words.why}
        hint={words.example(`${inForce}_${EXAMPLE_ID}`)}
        error={usable ? null : words.invalid(inForce)}
        value={typed}
        onChange={type}
        testId="session-prefix"
        mono
      />
      <SettingRefusal refusal={refusal} />
    </section>
  )
}
