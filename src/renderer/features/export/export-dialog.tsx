import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ExportForm } from './export-form.tsx'

interface ExportDialogProps {
  readonly organization: OrganizationView
  readonly open: boolean
  readonly onClose: () => void
}

export function ExportDialog({ organization: { id, name }, open, onClose }: ExportDialogProps) {
  const text = useText()
  return (
    <Sheet open={open} onClose={onClose} title={text.exportSession.title(name)}>
      <ExportForm organizationId={id} onClose={onClose} />
    </Sheet>
  )
}
