import type { LucideIcon } from 'lucide-react'
import styles from './mark.module.css'

export interface MarkProps {
  readonly icon: LucideIcon
  readonly tone?: 'connected' | 'working' | 'accent' | undefined
}

/** The icon before something to read, on a tile of its colour. */
export function Mark({ icon: Icon, tone }: MarkProps) {
  return (
    <span className={styles['mark']} data-tone={tone}>
      <Icon size={18} aria-hidden />
    </span>
  )
}
