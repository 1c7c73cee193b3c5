import type { Cause } from '../../../contract/cause.ts'
import { phoneNumber } from '../../format/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import styles from './cause-words.module.css'

interface CauseWordsProps {
  readonly cause: Cause
  readonly lastNumber: string | null
}

/** Why it may have happened and what became of what is stored; then, in ink, what to do. */
export function CauseWords({ cause, lastNumber }: CauseWordsProps) {
  const text = useText()
  const { why, next } = text.causes[cause.code]
  const detail = cause.code === 'unknown' ? cause.detail : null
  return (
    <div className={styles['words']}>
      <p>
        {why} {detail !== null && text.whatsappCode(detail)}
      </p>
      <p className={styles['next']}>{next}</p>
      {lastNumber && (
        <p className={styles['number']}>
          <Rich text={text.lastNumber(phoneNumber(lastNumber))} />
        </p>
      )}
    </div>
  )
}
