import { type Cause, SUPPORT_CODES } from '../../../contract/cause.ts'
import type { Language } from '../../../contract/preferences.ts'
import type { About } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { dateAndTime } from '../../../text/format.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { problemOf } from '../../../text/problem-of.ts'
import { shortName } from '../../format/short-name.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { restrictionWords } from './restriction-words.ts'
import styles from './cause-words.module.css'

interface CauseWordsProps {
  readonly cause: Cause
  /** The numbers, the other organization or the other cause that it is about. */
  readonly about?: About | null
  readonly lastNumber: string | null
}

/** Why it may have happened and what became of what is stored; then, in ink, what to do. */
export function CauseWords({ cause, about = null, lastNumber }: CauseWordsProps) {
  const text = useText()
  const language = useLanguage()
  const { why, next } = problemOf(cause, text)
  const detail = cause.code === 'unknown' ? cause.detail : null
  const aboutSentence = about && aboutWords(about, text, language)
  return (
    <div className={styles['words']}>
      <p>
        {why} {detail !== null && text.whatsappCode(detail)}
      </p>
      {aboutSentence !== null && (
        <p className={styles['about']} data-testid="about" data-kind={about?.kind}>
          <Rich text={aboutSentence} />
        </p>
      )}
      {cause.words !== undefined && <p data-testid="said">{text.restriction.words(cause.words)}</p>}
      {cause.until !== undefined && (
        <p data-testid="until">{text.restriction.until(dateAndTime(language, cause.until))}</p>
      )}
      <p className={styles['next']}>{next}</p>
      {lastNumber !== null && about?.kind !== 'numbers' && (
        <p className={styles['number']}>
          <Rich text={text.lastNumber(phoneNumber(lastNumber))} />
        </p>
      )}
    </div>
  )
}

function aboutWords(about: About, text: Text, language: Language): string | null {
  switch (about.kind) {
    case 'numbers':
      return text.about.numbers(phoneNumber(about.expected), phoneNumber(about.actual))
    case 'organization':
      return text.about.organization(shortName(about.name))
    case 'holder':
      return text.about.holder(about)
    case 'cause':
      return text.about.cause(text.causes[about.cause.code].title, SUPPORT_CODES[about.cause.code])
    case 'restriction': {
      const { kind, until } = restrictionWords(about.restriction, text, language)
      return text.about.restriction(kind, until)
    }
    case 'findings':
      return null
  }
}
