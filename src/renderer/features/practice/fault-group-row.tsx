import { Zap } from 'lucide-react'
import { useId } from 'react'
import type { PracticeFault } from '../../../contract/practice.ts'
import { useText } from '../../hooks/use-text.ts'
import hidden from '../../styles/hidden.module.css'
import styles from './fault-group-row.module.css'
import { type FaultGroup, faultsIn } from './fault-groups.ts'

interface FaultGroupRowProps {
  readonly group: FaultGroup
  readonly onFault: (fault: PracticeFault) => void
  /** The mouse or the focus is on it: what it simulates is to be told. */
  readonly onLook: (fault: PracticeFault) => void
}

/** One kind of faults, by the thing that fails. */
export function FaultGroupRow({ group, onFault, onLook }: FaultGroupRowProps) {
  const { practice } = useText()
  const rowId = useId()
  const labelId = `${rowId}-label`
  return (
    <div className={styles['row']}>
      <p id={labelId} className={styles['label']}>
        {practice.faultGroups[group]}
      </p>
      <ul className={styles['faults']} aria-labelledby={labelId}>
        {faultsIn(group).map((fault) => (
          <li key={fault}>
            <button
              type="button"
              className={styles['fault']}
              data-testid={`practice-fault-${fault}`}
              aria-describedby={`${rowId}-${fault}`}
              onClick={() => onFault(fault)}
              onMouseEnter={() => onLook(fault)}
              onFocus={() => onLook(fault)}
            >
              <Zap size={14} aria-hidden />
              {practice.fault[fault].name}
            </button>
            <span id={`${rowId}-${fault}`} className={hidden['hidden']}>
              {practice.fault[fault].what}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
