import { useText } from '../../hooks/use-text.ts'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { SourceForm } from './source-form.tsx'

export function SourceDialog({ organization, open, onClose }: OrganizationDialogProps) {
  const { source } = useText()
  return (
    <Sheet open={open} onClose={onClose} title={source.title}>
      <SourceForm organization={organization} onClose={onClose} />
    </Sheet>
  )
}
