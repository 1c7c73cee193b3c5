import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { SwitchSetting } from './switch-setting.tsx'

/** What Enlace does on this computer beside its window. */
export function ComputerPanel() {
  const words = useText().preferences
  const canOpenAtLogin = useEnlace(({ environment }) => environment?.canOpenAtLogin ?? false)
  return (
    <>
      {canOpenAtLogin && <SwitchSetting name="openAtLogin" {...words.openAtLogin} testId="open-at-login" />}
      <SwitchSetting name="keepInTray" {...words.keepInTray} testId="keep-in-tray" />
      <SwitchSetting name="notifications" {...words.notifications} testId="notifications" />
      <SwitchSetting name="keepAwake" {...words.keepAwake} testId="keep-awake" />
    </>
  )
}
