import type { SourceOutcome } from '../../../contract/source.ts'
import type { Text } from '../../../text/es/text.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './source-result.module.css'

/** How many names are shown. */
const SHOWN = 5

/** What became of the folder, and by name what is still in it. */
export function SourceResult({ outcome }: { readonly outcome: SourceOutcome }) {
  const text = useText()
  const names = namesOf(outcome)
  return (
    <div className={styles['result']} role="status" data-testid="source-result" data-outcome={outcome.kind}>
      <p>
        {wordsOf(outcome, text)}
        {outcome.kind === 'incomplete' && ` ${text.source.forSupport(outcome.reason)}`}
      </p>
      {names.length > 0 && (
        <ul className={styles['names']}>
          {names.slice(0, SHOWN).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {names.length > SHOWN && (
            <li className={styles['more']}>{text.source.andMore(names.length - SHOWN)}</li>
          )}
        </ul>
      )}
    </div>
  )
}

function wordsOf(outcome: SourceOutcome, { source }: Text): string {
  switch (outcome.kind) {
    case 'deleted':
      if (outcome.folderGone) return source.deleted
      return outcome.others.length > 0 ? source.others : source.emptied
    case 'incomplete':
      return source.incomplete(outcome.left.length)
    case 'changed':
      return source.changed
    case 'gone':
      return source.gone
  }
}

function namesOf(outcome: SourceOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'deleted':
      return outcome.others
    case 'incomplete':
      return outcome.left
    case 'changed':
    case 'gone':
      return []
  }
}
