import type { Failure } from '../../contract/result.ts'
import { useText } from '../hooks/use-text.ts'
import styles from './failure-line.module.css'

interface FailureLineProps {
  /** Null where nothing was refused; then there is no line. */
  readonly failure: Failure | null
  /** What did not come about, where that does not go without saying. */
  readonly what?: string
  readonly small?: boolean
  readonly testId?: string
}

/** Why main refused something, beside what was asked of it. */
export function FailureLine({ failure, what, small, testId }: FailureLineProps) {
  const { errors } = useText()
  if (failure === null) return null
  return (
    <p className={styles['failure']} data-small={small} data-testid={testId} role="alert">
      {what !== undefined && `${what} `}
      {errors[failure.code](failure.params)}
    </p>
  )
}
