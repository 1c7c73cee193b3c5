import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ImportButton } from '../import/import-button.tsx'
import { NewOrganizationForm } from './new-organization-form.tsx'

interface NewOrganizationDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function NewOrganizationDialog({ open, onClose }: NewOrganizationDialogProps) {
  const text = useText()
  return (
    <Sheet open={open} onClose={onClose} title={text.newOrganization.title} initialFocus="input">
      <NewOrganizationForm onClose={onClose} />
      <ImportButton onDone={onClose} />
    </Sheet>
  )
}
