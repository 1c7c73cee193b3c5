import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ActivityView } from './activity-view.tsx'

interface ActivityDialogProps {
  readonly organization: OrganizationView
  readonly open: boolean
  readonly onClose: () => void
}

/** What an organization went through, and for support the technical log. */
export function ActivityDialog({ organization, open, onClose }: ActivityDialogProps) {
  const { history } = useText()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={history.title(organization.name)}
      initialFocus='[role="radio"][data-checked]'
      testId="activity-view"
      wide
    >
      <ActivityView organization={organization} />
    </Sheet>
  )
}
