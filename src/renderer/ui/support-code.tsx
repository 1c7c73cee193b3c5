import { type CauseCode, SUPPORT_CODES } from '../../contract/cause.ts'
import { useText } from '../hooks/use-text.ts'
import styles from './support-code.module.css'

/** The line that the person behind the counter and the one on the phone look at together. */
export function SupportCode({ cause }: { readonly cause: CauseCode }) {
  const text = useText()
  const code = SUPPORT_CODES[cause]
  return (
    <span
      className={styles['code']}
      data-testid="support-code"
      role="img"
      aria-label={text.supportCode(code)}
    >
      {code}
    </span>
  )
}
