import { useText } from '../../hooks/use-text.ts'
import { renameOrganization } from '../../store.ts'
import { OneFieldForm } from '../../ui/one-field-form.tsx'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'

export function RenameDialog({ organization, open, onClose }: OrganizationDialogProps) {
  const words = useText().renameOrganization
  const { id, name } = organization
  return (
    <Sheet open={open} onClose={onClose} title={words.title} initialFocus="input">
      <OneFieldForm
        label={words.name}
        hint={words.hint}
        initial={name}
        testId="organization-name"
        confirm={words.confirm}
        confirmTestId="confirm-rename"
        aboutField={['name-empty', 'name-too-long', 'name-unusable']}
        onSubmit={(typed) => renameOrganization(id, typed)}
        onClose={onClose}
      />
    </Sheet>
  )
}
