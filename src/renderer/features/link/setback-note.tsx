import type { Cause } from '../../../contract/cause.ts'
import { useText } from '../../hooks/use-text.ts'
import { SupportCode } from '../../ui/support-code.tsx'
import { GuideButton } from '../guide/guide-button.tsx'
import styles from './setback-note.module.css'

/** Beside a code: what became of the one before it. */
export function SetbackNote({ cause }: { readonly cause: Cause }) {
  const { title, next } = useText().causes[cause.code]
  return (
    <div className={styles['note']} role="status" data-testid="setback">
      <p>
        <strong>{title}.</strong> {next}
      </p>
      <div className={styles['code']}>
        <SupportCode cause={cause.code} />
        <GuideButton place={cause.code} />
      </div>
    </div>
  )
}
