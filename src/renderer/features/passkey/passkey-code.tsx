import { useText } from '../../hooks/use-text.ts'
import styles from './passkey-code.module.css'
import { spokenCode } from './passkey-words.ts'

/** The code as the phone writes it, large enough to be compared from where the phone is held. */
export function PasskeyCode({ code }: { readonly code: string }) {
  const text = useText()
  return (
    <p className={styles['code']} role="img" aria-label={spokenCode(code, text)} data-testid="passkey-code">
      {code}
    </p>
  )
}
