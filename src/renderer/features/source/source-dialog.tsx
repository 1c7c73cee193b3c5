import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { SourceForm } from './source-form.tsx'

interface SourceDialogProps {
  readonly organization: OrganizationView
  readonly open: boolean
  readonly onClose: () => void
}

export function SourceDialog({ organization, open, onClose }: SourceDialogProps) {
  const { source } = useText()
  return (
    <Sheet open={open} onClose={onClose} title={source.title}>
      <SourceForm organization={organization} onClose={onClose} />
    </Sheet>
  )
}
