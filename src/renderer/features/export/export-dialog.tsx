import { useText } from '../../hooks/use-text.ts'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ExportForm } from './export-form.tsx'

export function ExportDialog({ organization: { id, name }, open, onClose }: OrganizationDialogProps) {
  const text = useText()
  return (
    <Sheet open={open} onClose={onClose} title={text.exportSession.title(name)}>
      <ExportForm organizationId={id} onClose={onClose} />
    </Sheet>
  )
}
