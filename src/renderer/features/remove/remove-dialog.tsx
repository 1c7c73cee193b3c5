import { useText } from '../../hooks/use-text.ts'
import { removeOrganization, useEnlace } from '../../store.ts'
import { OneFieldForm } from '../../ui/one-field-form.tsx'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Rich } from '../../ui/rich.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** The one thing that takes an organization away; typing its name keeps the wrong one from going. */
export function RemoveDialog({ organization, open, onClose }: OrganizationDialogProps) {
  const words = useText().removeOrganization
  const days = useEnlace(({ settings }) => settings?.preferences.quarantineDays ?? null)
  const { id, name } = organization
  return (
    <Sheet open={open} onClose={onClose} title={words.title(name)} initialFocus="input">
      {days !== null && <p>{words.body(days)}</p>}
      <p>{words.phone}</p>
      <p>
        <Rich text={words.type(name)} />
      </p>
      <OneFieldForm
        label={words.name}
        hint={words.hint}
        initial=""
        testId="typed-name"
        confirm={words.confirm}
        confirmTestId="confirm-remove"
        look="clear-primary"
        aboutField={['name-mismatch', 'name-empty']}
        onSubmit={(typed) => removeOrganization(id, typed)}
        onClose={onClose}
      />
    </Sheet>
  )
}
