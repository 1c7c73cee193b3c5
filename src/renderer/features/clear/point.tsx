import type { LucideIcon } from 'lucide-react'
import styles from './point.module.css'

interface PointProps {
  readonly icon: LucideIcon
  readonly tone?: 'connected' | 'working'
  readonly title: string
  readonly body: string
}

/** One thing to know before saying yes. */
export function Point({ icon: Icon, tone, title, body }: PointProps) {
  return (
    <li className={styles['point']}>
      <span className={styles['mark']} data-tone={tone}>
        <Icon size={18} aria-hidden />
      </span>
      <div>
        <p className={styles['title']}>{title}</p>
        <p className={styles['body']}>{body}</p>
      </div>
    </li>
  )
}
