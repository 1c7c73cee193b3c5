import type { ReactNode } from 'react'
import { useNow } from '../../hooks/use-now.ts'
import styles from './countdown.module.css'

const RADIUS = 14
const LENGTH = 2 * Math.PI * RADIUS

interface CountdownProps {
  readonly shownAt: number
  readonly expiresAt: number
  readonly testId?: string
  readonly children: ReactNode
}

/** A ring that empties until a code is no longer good, and the same in words beside it. */
export function Countdown({ shownAt, expiresAt, testId, children }: CountdownProps) {
  const now = useNow()
  const left = Math.min(1, Math.max(0, (expiresAt - now) / (expiresAt - shownAt)))
  return (
    <div className={styles['countdown']} data-testid={testId}>
      <svg className={styles['ring']} viewBox="0 0 34 34" width={34} height={34} aria-hidden key={shownAt}>
        <circle className={styles['track']} cx={17} cy={17} r={RADIUS} />
        <circle
          className={styles['left']}
          cx={17}
          cy={17}
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - left)}
        />
      </svg>
      <span>{children}</span>
    </div>
  )
}
