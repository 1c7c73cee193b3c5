import type { ReactNode } from 'react'
import { Mark, type MarkProps } from './mark.tsx'
import styles from './point.module.css'

interface PointProps extends MarkProps {
  readonly title: string
  readonly body: string
}

/** One thing to know before saying yes. */
export function Point({ icon, tone, title, body }: PointProps) {
  return (
    <li className={styles['point']}>
      <Mark icon={icon} tone={tone} />
      <div>
        <p className={styles['title']}>{title}</p>
        <p className={styles['body']}>{body}</p>
      </div>
    </li>
  )
}

export function Points({ children }: { readonly children: ReactNode }) {
  return <ul className={styles['points']}>{children}</ul>
}
