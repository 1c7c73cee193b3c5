import { useText } from '../../hooks/use-text.ts'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ActivityView } from './activity-view.tsx'

/** What an organization went through, and for support the technical log. */
export function ActivityDialog({ organization, open, onClose }: OrganizationDialogProps) {
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
