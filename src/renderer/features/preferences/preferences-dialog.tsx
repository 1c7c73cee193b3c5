import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { CheckInterval } from './check-interval.tsx'

interface PreferencesDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What can be set. Each choice is in force at once, so there is nothing to save. */
export function PreferencesDialog({ open, onClose }: PreferencesDialogProps) {
  const { preferences } = useText()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={preferences.title}
      initialFocus='[role="radio"][aria-checked="true"]'
    >
      <CheckInterval />
    </Sheet>
  )
}
