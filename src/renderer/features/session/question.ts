import type { OrganizationView } from '../../../contract/session-view.ts'

/** What every dialog that asks before a command is given. */
export interface QuestionProps {
  readonly organization: OrganizationView
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}
