import { CHECK_INTERVALS } from '../../../contract/preferences.ts'
import { useText } from '../../hooks/use-text.ts'
import { ChoiceSetting } from './choice-setting.tsx'

export function GeneralPanel() {
  const { preferences: words } = useText()
  return (
    <ChoiceSetting
      name="checkInterval"
      choices={CHECK_INTERVALS}
      title={words.checkInterval}
      why={words.why}
      label={(seconds) => (seconds === null ? words.never : words.every(seconds))}
      testId="check-interval"
    />
  )
}
