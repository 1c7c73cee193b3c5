import { Settings } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { PreferencesDialog } from './preferences-dialog.tsx'
import styles from './preferences-button.module.css'

export function PreferencesButton() {
  const { preferences } = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        aria-label={preferences.title}
        title={preferences.title}
        data-testid="preferences"
        onClick={() => setOpen(true)}
      >
        <Settings size={18} aria-hidden />
      </button>
      <PreferencesDialog open={open} onClose={() => setOpen(false)} />
    </>
  )
}
