import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronDown, ScanLine, Smartphone, Sparkles } from 'lucide-react'
import { useState } from 'react'
import type { PracticeFault } from '../../../contract/practice.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useMedia } from '../../hooks/use-media.ts'
import { useText } from '../../hooks/use-text.ts'
import { practiceFault, practiceHeal, practiceScan } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FaultGroupRow } from './fault-group-row.tsx'
import { faultsIn, groupsAt } from './fault-groups.ts'
import styles from './practice-panel.module.css'

/** In a lower window the faults start folded, so that the code above stays in view. */
const TALL_ENOUGH = '(min-height: 680px)'

/** The phone in the other hand: it scans what is on screen, and things can be made to go wrong. */
export function PracticePanel({ organization }: { readonly organization: OrganizationView }) {
  const { practice } = useText()
  /** Null as long as nobody has folded or unfolded them. */
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [looked, setLooked] = useState<PracticeFault | null>(null)
  const tallEnough = useMedia(TALL_ENOUGH)
  const { id, session } = organization
  const groups = groupsAt(session.status)
  const told = groups.flatMap(faultsIn).find((fault) => fault === looked)
  return (
    <Collapsible.Root
      render={<aside aria-label={practice.phone} />}
      className={styles['panel']}
      open={chosen ?? tallEnough}
      onOpenChange={setChosen}
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
          {session.status === 'scan' && session.phoneCode ? practice.enterCode : practice.scan}
        </Button>
        <Button icon={Sparkles} data-testid="practice-heal" onClick={() => void practiceHeal()}>
          {practice.heal}
        </Button>
        <Collapsible.Trigger className={styles['toggle']} data-testid="practice-faults">
          <ChevronDown size={16} aria-hidden />
          {practice.faults}
        </Collapsible.Trigger>
      </div>
      <Collapsible.Panel>
        <div className={styles['groups']}>
          {groups.map((group) => (
            <FaultGroupRow
              key={group}
              group={group}
              onFault={(fault) => void practiceFault(id, fault)}
              onLook={setLooked}
            />
          ))}
          <p className={styles['what']} aria-hidden data-testid="practice-what">
            {told === undefined ? practice.faultHint : practice.fault[told].what}
          </p>
        </div>
      </Collapsible.Panel>
    </Collapsible.Root>
  )
}
