import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { isCauseCode } from '../../../contract/cause.ts'
import { shortName } from '../../format/short-name.ts'
import { useText } from '../../hooks/use-text.ts'
import { dismissRefusal, type Refusal, selectedOrganization, useEnlace } from '../../store.ts'
import { rescueFocus } from '../../ui/focus.ts'
import { SupportCode } from '../../ui/support-code.tsx'
import bar from './bar.module.css'
import { DismissButton } from './dismiss-button.tsx'
import styles from './refusals.module.css'

/** How long a refusal stays at least, so that a state that changes right after it does not take it away unread. */
const READING_MS = 5000

/** Commands that were refused, said politely above the pane, where they cover nothing. */
export function Refusals() {
  const text = useText()
  const refusals = useEnlace((state) => state.refusals)
  return (
    <div className={styles['refusals']} role="status" aria-label={text.noticesLabel}>
      {refusals.map((refusal) => (
        <RefusalBar key={refusal.key} refusal={refusal} />
      ))}
    </div>
  )
}

function RefusalBar({ refusal }: { readonly refusal: Refusal }) {
  const text = useText()
  const { key, organizationId, organizationName, error, at, beside } = refusal
  const selectedId = useEnlace((state) => selectedOrganization(state)?.id ?? null)
  const over = useEnlace((state) => (selectedOrganization(state)?.session.status ?? null) !== beside)
  const cause = error.params['cause']

  useEffect(() => {
    if (!over) return undefined
    const timer = setTimeout(() => letGo(key), at + READING_MS - Date.now())
    return () => clearTimeout(timer)
  }, [over, key, at])

  return (
    <div className={`${bar['bar']} ${styles['bar']}`} data-testid="refusal" data-error={error.code}>
      <CircleAlert size={18} aria-hidden />
      <p>
        {organizationName !== null && organizationId !== selectedId && (
          <strong>{shortName(organizationName)}: </strong>
        )}
        {text.errors[error.code](error.params)}
        {isCauseCode(cause) && (
          <span className={styles['cause']}>
            {' '}
            {text.causes[cause].title} <SupportCode cause={cause} />
          </span>
        )}
      </p>
      <DismissButton onClick={() => letGo(key)} />
    </div>
  )
}

function letGo(key: number): void {
  dismissRefusal(key)
  rescueFocus()
}
