import { Settings } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'

export function PreferencesButton() {
  const { preferences } = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        icon={Settings}
        size="corner"
        label={preferences.title}
        title={preferences.title}
        data-testid="preferences"
        onClick={() => setOpen(true)}
      />
      <PreferencesDialog open={open} onClose={() => setOpen(false)} />
    </>
  )
}
