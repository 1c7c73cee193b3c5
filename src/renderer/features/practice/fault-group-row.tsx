import { Zap } from 'lucide-react'
import { useId } from 'react'
import type { PracticeFault } from '../../../contract/practice.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './fault-group-row.module.css'
import { type FaultGroup, faultsIn } from './fault-groups.ts'

interface FaultGroupRowProps {
  readonly group: FaultGroup
  readonly onFault: (fault: PracticeFault) => void
}

/** One kind of faults, by the thing that fails. */
export function FaultGroupRow({ group, onFault }: FaultGroupRowProps) {
  const { practice } = useText()
  const labelId = useId()
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
              onClick={() => onFault(fault)}
            >
              <Zap size={14} aria-hidden />
              {practice.fault[fault]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
