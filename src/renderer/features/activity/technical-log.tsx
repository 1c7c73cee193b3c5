import { Input } from '@base-ui/react/input'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../hooks/use-text.ts'
import { copyText, readLog } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import field from '../../ui/field.module.css'
import { changesOf } from './changes-of.ts'
import { matching, SHOWN_LEVELS, type ShownLevel } from './log-lines.ts'
import styles from './technical-log.module.css'

/** What Enlace noted about this session and about itself, to be read out or sent to whoever helps. */
export function TechnicalLog({ organization }: { readonly organization: OrganizationView }) {
  const text = useText()
  const words = text.technicalLog
  const { id } = organization
  // Read again whenever something happens to the organization.
  const answer = useAnswer(() => readLog(id), `${id} ${changesOf(organization)}`)
  const [filter, setFilter] = useState('')
  const [level, setLevel] = useState<ShownLevel>('all')
  const [copied, setCopied] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Failure | null>(null)

  if (answer === null) return <p className={styles['none']}>{words.loading}</p>
  if (!answer.ok) return <FailureLine failure={answer.error} what={words.failed} />
  const lines = matching(answer.value, level, filter)
  const all = lines.join('\n')
  const isCopied = copied === all

  const copy = async () => {
    const refused = await copyText(all)
    setRefusal(refused)
    setCopied(refused === null ? all : null)
  }
  return (
    <div className={styles['log']}>
      <div className={styles['tools']}>
        <Input
          className={`${field['control']} ${styles['filter']}`}
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          autoComplete="off"
          spellCheck={false}
          data-testid="log-filter"
          onValueChange={setFilter}
        />
        <ChoiceBar
          label={words.level}
          choices={SHOWN_LEVELS}
          chosen={level}
          name={(choice) => words.levels[choice]}
          onChoose={setLevel}
          testId="log-level"
        />
        <Button
          icon={isCopied ? Check : Copy}
          disabled={lines.length === 0}
          data-testid="copy-log"
          onClick={() => void copy()}
        >
          <span role="status">{isCopied ? words.copied : words.copy}</span>
        </Button>
      </div>
      <FailureLine failure={refusal} />
      {lines.length === 0 ? (
        <p className={styles['none']}>{words.none}</p>
      ) : (
        <textarea
          className={styles['lines']}
          aria-label={words.lines}
          lang="en"
          readOnly
          rows={12}
          value={all}
          data-testid="log-lines"
        />
      )}
    </div>
  )
}
