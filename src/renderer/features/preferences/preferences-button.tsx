import { Settings } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { closePreferences, openPreferences, useEnlace } from '../../store.ts'
import { PreferencesDialog } from './preferences-dialog.tsx'
import styles from './preferences-button.module.css'

export function PreferencesButton() {
  const { preferences } = useText()
  const { open, panel } = useEnlace(({ preferences: asked }) => asked)
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        aria-label={preferences.title}
        title={preferences.title}
        data-testid="preferences"
        onClick={() => openPreferences('general')}
      >
        <Settings size={18} aria-hidden />
      </button>
      <PreferencesDialog open={open} panel={panel} onClose={closePreferences} />
    </>
  )
}
