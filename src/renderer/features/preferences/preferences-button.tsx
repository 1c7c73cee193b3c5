import { Settings } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { closePreferences, openPreferences, useEnlace } from '../../store.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'

export function PreferencesButton() {
  const { preferences } = useText()
  const { open, panel } = useEnlace(({ preferences: asked }) => asked)
  return (
    <>
      <IconButton
        icon={Settings}
        size="corner"
        label={preferences.title}
        title={preferences.title}
        data-testid="preferences"
        onClick={() => openPreferences('general')}
      />
      <PreferencesDialog open={open} panel={panel} onClose={closePreferences} />
    </>
  )
}
