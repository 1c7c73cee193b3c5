import { CircleAlert, X } from 'lucide-react'
import { isCauseCode } from '../../../contract/cause.ts'
import { useText } from '../../hooks/use-text.ts'
import { dismissRefusal, type Refusal, useEnlace } from '../../store.ts'
import { rescueFocus } from '../../ui/focus.ts'
import { SupportCode } from '../../ui/support-code.tsx'
import styles from './refusals.module.css'

/** Commands that were refused, said politely in a corner until they are closed. */
export function Refusals() {
  const text = useText()
  const refusals = useEnlace((state) => state.refusals)
  return (
    <div className={styles['corner']} role="status" aria-label={text.noticesLabel}>
      {refusals.map((refusal) => (
        <RefusalToast key={refusal.key} refusal={refusal} />
      ))}
    </div>
  )
}

function RefusalToast({ refusal: { key, organizationName, error } }: { readonly refusal: Refusal }) {
  const text = useText()
  const cause = error.params['cause']
  return (
    <div className={styles['toast']} data-testid="refusal" data-error={error.code}>
      <CircleAlert size={19} aria-hidden />
      <div className={styles['words']}>
        {organizationName !== null && <p className={styles['name']}>{organizationName}</p>}
        <p>{text.errors[error.code](error.params)}</p>
        {isCauseCode(cause) && (
          <p className={styles['cause']}>
            {text.causes[cause].title} <SupportCode cause={cause} />
          </p>
        )}
      </div>
      <button
        type="button"
        className={styles['dismiss']}
        aria-label={text.dismiss}
        onClick={() => {
          dismissRefusal(key)
          rescueFocus()
        }}
      >
        <X size={17} aria-hidden />
      </button>
    </div>
  )
}
