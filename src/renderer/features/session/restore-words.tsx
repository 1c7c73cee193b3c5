import { moment, momentInWords } from '../../../text/format.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import styles from './cause-words.module.css'

interface RestoreWordsProps {
  readonly snapshotAt: number
  readonly lastNumber: string | null
}

/** In place of the cause's own words, where a good copy can be restored: from when it is, and what that costs. */
export function RestoreWords({ snapshotAt, lastNumber }: RestoreWordsProps) {
  const { restore } = useText()
  const at = moment(useLanguage(), snapshotAt, useNow())
  const number = lastNumber && phoneNumber(lastNumber)
  const copy = momentInWords(at, {
    today: (time) => restore.copy.today(time, number),
    yesterday: (time) => restore.copy.yesterday(time, number),
    other: (date) => restore.copy.other(date, number),
  })
  return (
    <div className={styles['words']} data-testid="restore-words">
      <p className={styles['copy']}>
        {restore.why} <Rich text={copy} /> {restore.cost}
      </p>
    </div>
  )
}
