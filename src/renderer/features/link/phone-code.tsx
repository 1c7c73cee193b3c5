import { useText } from '../../hooks/use-text.ts'
import styles from './phone-code.module.css'

/** The eight characters as WhatsApp groups them: four and four, each read out by itself. */
export function PhoneCode({ code }: { readonly code: string }) {
  const { phoneCode } = useText()
  return (
    <p
      className={styles['code']}
      role="img"
      aria-label={phoneCode.spoken([...code].join(' '))}
      data-testid="phone-code"
    >
      <span className={styles['group']}>{code.slice(0, 4)}</span>{' '}
      <span className={styles['group']}>{code.slice(4)}</span>
    </p>
  )
}
