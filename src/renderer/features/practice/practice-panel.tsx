import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronDown, ScanLine, Smartphone, Sparkles, Zap } from 'lucide-react'
import { useState } from 'react'
import { PRACTICE_FAULTS } from '../../../contract/practice.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { practiceFault, practiceHeal, practiceScan } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './practice-panel.module.css'

/** Below this height (CSS pixels) the faults start folded, so that the code above stays in view. */
const TALL_ENOUGH = 680

/** The phone in the other hand: it scans what is on screen, and things can be made to go wrong. */
export function PracticePanel({ organization }: { readonly organization: OrganizationView }) {
  const { practice } = useText()
  const [faultsOpen, setFaultsOpen] = useState(() => window.innerHeight >= TALL_ENOUGH)
  const { id, session } = organization
  return (
    <Collapsible.Root
      render={<aside aria-label={practice.phone} />}
      className={styles['panel']}
      open={faultsOpen}
      onOpenChange={setFaultsOpen}
    >
      <div className={styles['phone']}>
        <h2 className={styles['title']}>
          <Smartphone size={18} aria-hidden />
          <span>{practice.phone}</span>
        </h2>
        <Button
          icon={ScanLine}
          data-testid="practice-scan"
          disabled={session.status !== 'scan'}
          focusableWhenDisabled
          onClick={() => void practiceScan(id)}
        >
          {practice.scan}
        </Button>
        <Button icon={Sparkles} data-testid="practice-heal" onClick={() => void practiceHeal()}>
          {practice.heal}
        </Button>
        <Collapsible.Trigger className={styles['toggle']}>
          <ChevronDown size={16} aria-hidden />
          {practice.faults}
        </Collapsible.Trigger>
      </div>
      <Collapsible.Panel>
        <ul className={styles['faults']}>
          {PRACTICE_FAULTS.map((fault) => (
            <li key={fault}>
              <button
                type="button"
                className={styles['fault']}
                data-testid={`practice-fault-${fault}`}
                onClick={() => void practiceFault(id, fault)}
              >
                <Zap size={14} aria-hidden />
                {practice.fault[fault]}
              </button>
            </li>
          ))}
        </ul>
      </Collapsible.Panel>
    </Collapsible.Root>
  )
}
