import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SessionView } from '../../../contract/session-view.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import turning from '../../styles/turning.module.css'
import { Rich } from '../../ui/rich.tsx'
import { ActionBar } from './action-bar.tsx'
import { StateCard } from './state-card.tsx'
import styles from './quiet-card.module.css'
import type { Press } from './press.ts'
import { Warnings } from './warnings.tsx'

interface QuietCardProps {
  readonly session: SessionView
  readonly title: string
  readonly body: string
  readonly lastNumber: string | null
  /** Something goes on that cannot say how far it is. */
  readonly busy?: boolean
  readonly onCommand: (command: Press) => void
  /** Offered beside the session's own commands. */
  readonly children?: ReactNode
}

/** A state in which nothing is wrong: not linked yet, starting, stopped. */
export function QuietCard({
  session,
  title,
  body,
  lastNumber,
  busy = false,
  onCommand,
  children,
}: QuietCardProps) {
  const text = useText()
  return (
    <StateCard session={session} title={title}>
      <p className={styles['body']}>{body}</p>
      {busy ? (
        <LoaderCircle className={`${turning['turning']} ${styles['busy']}`} size={28} aria-hidden />
      ) : (
        lastNumber && (
          <p className={styles['number']}>
            <Rich text={text.lastNumber(phoneNumber(lastNumber))} />
          </p>
        )
      )}
      <ActionBar session={session} onCommand={onCommand}>
        {children}
      </ActionBar>
      {!busy && <Warnings session={session} onCommand={onCommand} />}
    </StateCard>
  )
}
