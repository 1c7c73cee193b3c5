import { CHECK_INTERVALS, LANGUAGE_CHOICES, THEMES } from '../../../contract/preferences.ts'
import { LANGUAGE_NAMES } from '../../../text/language-names.ts'
import { useText } from '../../hooks/use-text.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { PrefixSetting } from './prefix-setting.tsx'

/** How Enlace looks and speaks, and how it goes about its work. */
export function GeneralPanel() {
  const { language, theme, checkInterval } = useText().preferences
  return (
    <>
      <ChoiceSetting
        name="language"
        choices={LANGUAGE_CHOICES}
        title={language.title}
        why={language.why}
        label={(choice) => (choice === 'system' ? language.system : LANGUAGE_NAMES[choice])}
        testId="language"
      />
      <ChoiceSetting
        name="theme"
        choices={THEMES}
        title={theme.title}
        why={theme.why}
        label={(choice) => theme[choice]}
        testId="theme"
      />
      <ChoiceSetting
        name="checkInterval"
        choices={CHECK_INTERVALS}
        title={checkInterval.title}
        why={checkInterval.why}
        label={(seconds) => (seconds === null ? checkInterval.never : checkInterval.every(seconds))}
        testId="check-interval"
      />
      <PrefixSetting />
    </>
  )
}
