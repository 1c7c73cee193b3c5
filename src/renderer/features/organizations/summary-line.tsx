import { CircleAlert, X } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { SEARCH_FROM } from './search.ts'
import { summary } from '../../../text/summary.ts'
import styles from './summary-line.module.css'

interface SummaryLineProps {
  readonly troubleOnly: boolean
  readonly onTroubleOnly: (only: boolean) => void
}

/** "3 conectadas · 1 necesita atención": where somebody waits, a switch that leaves only those in the list. */
export function SummaryLine({ troubleOnly, onTroubleOnly }: SummaryLineProps) {
  const text = useText()
  const organizations = useEnlace((state) => state.organizations)
  const { connected, attention } = summary(organizations, text)
  const many = organizations.length >= SEARCH_FROM ? true : undefined
  if (attention === null && !troubleOnly) {
    return (
      <p className={styles['line']} data-many={many} data-testid="summary">
        {connected}
      </p>
    )
  }
  return (
    <button
      type="button"
      className={`${styles['line']} ${styles['switch']}`}
      aria-pressed={troubleOnly}
      title={troubleOnly ? text.list.showAll : text.list.showTrouble}
      data-many={many}
      data-testid="summary"
      onClick={() => onTroubleOnly(!troubleOnly)}
    >
      <span className={styles['words']}>
        <span className={styles['part']}>{connected}</span>
        {attention !== null && (
          <>
            <span className={styles['dot']}> · </span>
            <span className={`${styles['part']} ${styles['attention']}`}>{attention}</span>
          </>
        )}
      </span>
      {troubleOnly ? <X size={15} aria-hidden /> : <CircleAlert size={15} aria-hidden />}
    </button>
  )
}
