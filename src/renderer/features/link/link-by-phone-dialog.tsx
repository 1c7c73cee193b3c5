import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { linkByPhone } from '../../store.ts'
import { OneFieldForm } from '../../ui/one-field-form.tsx'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** Asks which phone is going to type the code; the one asked for or linked last is the likely answer. */
export function LinkByPhoneDialog({ organization, open, onClose }: OrganizationDialogProps) {
  const words = useText().linkByPhone
  const { id, lastNumber, session } = organization
  const likely = (session.status === 'scan' && session.phoneCode?.number) || lastNumber
  return (
    <Sheet open={open} onClose={onClose} title={words.title} initialFocus="input">
      <p>{words.body}</p>
      <OneFieldForm
        label={words.number}
        hint={words.numberHint}
        initial={likely === null ? '' : phoneNumber(likely)}
        testId="phone-number"
        confirm={words.request}
        confirmTestId="request-code"
        aboutField={['number-invalid']}
        onSubmit={(number) => linkByPhone(id, number)}
        onClose={onClose}
      />
    </Sheet>
  )
}
