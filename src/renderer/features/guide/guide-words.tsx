import { type CauseCode, isCauseCode, SUPPORT_CODES } from '../../../contract/cause.ts'
import { Rich } from '../../ui/rich.tsx'
import type { GuidePlace } from './guide-place.ts'
import styles from './guide-words.module.css'

interface GuideWordsProps {
  readonly sentence: string
  readonly onOpen: (place: GuidePlace) => void
}

/** A sentence of the guide; the support codes in it lead to their pages. */
export function GuideWords({ sentence, onOpen }: GuideWordsProps) {
  return (
    <span>
      {sentence.split(/(R-[0-9]{2})/).map((part, at) => {
        const cause = causeOf(part)
        return cause ? (
          <button key={at} type="button" className={styles['code']} onClick={() => onOpen(cause)}>
            {part}
          </button>
        ) : (
          <Rich key={at} text={part} />
        )
      })}
    </span>
  )
}

function causeOf(code: string): CauseCode | undefined {
  return Object.keys(SUPPORT_CODES)
    .filter(isCauseCode)
    .find((cause) => SUPPORT_CODES[cause] === code)
}
