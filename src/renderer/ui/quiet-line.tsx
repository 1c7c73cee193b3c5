import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './quiet-line.module.css'

interface QuietLineProps {
  readonly icon: LucideIcon
  /** What it says. */
  readonly children: ReactNode
  /** What can be done about it. */
  readonly actions: ReactNode
  readonly testId: string
}

/** Something that should be known below what matters, and what can be done about it. */
export function QuietLine({ icon: Icon, children, actions, testId }: QuietLineProps) {
  return (
    <div className={styles['line']} data-testid={testId}>
      <Icon size={17} aria-hidden />
      <p>{children}</p>
      <div className={styles['answers']}>{actions}</div>
    </div>
  )
}
