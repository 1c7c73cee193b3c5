import { lazy, Suspense } from 'react'
import { useText } from '../../hooks/use-text.ts'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'
import styles from './link-by-phone-form.module.css'

/** What is known of every country's numbers is read when somebody asks for it. */
const LinkByPhoneForm = lazy(async () => {
  const form = await import('./link-by-phone-form.tsx')
  return { default: form.LinkByPhoneForm }
})

/** Asks which phone is going to type the code; the one asked for or linked last is the likely answer. */
export function LinkByPhoneDialog({ organization, open, onClose }: OrganizationDialogProps) {
  const words = useText().linkByPhone
  const { id, lastNumber, session } = organization
  const likely = (session.status === 'scan' && session.phoneCode?.number) || lastNumber
  return (
    <Sheet open={open} onClose={onClose} title={words.title} initialFocus="input">
      <p>{words.body}</p>
      <Suspense fallback={<div className={styles['coming']} />}>
        <LinkByPhoneForm organizationId={id} likely={likely} onClose={onClose} />
      </Suspense>
    </Sheet>
  )
}
