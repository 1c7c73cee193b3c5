import type { OrganizationView } from '../../contract/session-view.ts'

/** What every dialog about an organization is given. */
export interface OrganizationDialogProps {
  readonly organization: OrganizationView
  readonly open: boolean
  readonly onClose: () => void
}
