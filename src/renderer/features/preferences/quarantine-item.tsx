import { ArrowRight, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { QuarantineEntry } from '../../../contract/commands.ts'
import type { Failure } from '../../../contract/result.ts'
import { ago, fileSize, moment, momentInWords } from '../../../text/format.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { restoreOrganization, selectOrganization, useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import styles from './quarantine-item.module.css'

interface QuarantineItemProps {
  readonly entry: QuarantineEntry
  readonly onDone: () => void
}

/** A removed organization is restored here; what was cleared is undone where it was cleared. */
export function QuarantineItem({ entry, onDone }: QuarantineItemProps) {
  const text = useText()
  const words = text.quarantine
  const language = useLanguage()
  const now = useNow()
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const { organizationId, organizationName: name, kind, number, bytes, putAsideAt, expiresAt } = entry
  const listed = useEnlace(({ organizations }) => organizations.some(({ id }) => id === organizationId))

  const restore = async () => {
    const refused = await restoreOrganization(organizationId)
    setRefusal(refused)
    if (refused === null) onDone()
  }
  const see = () => {
    selectOrganization(organizationId)
    onDone()
  }

  const facts = [words.kind[kind], number && phoneNumber(number), fileSize(language, bytes)]
  const until = momentInWords(moment(language, expiresAt, now), text.when)
  return (
    <li className={styles['item']} data-testid="quarantine-item" data-kind={kind}>
      <div className={styles['words']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>
        <p className={styles['facts']}>{words.expires(ago(language, putAsideAt, now), until)}</p>
        <FailureLine failure={refusal} small />
      </div>
      {kind === 'organization' && (
        <Button
          icon={Undo2}
          data-testid="restore-organization"
          aria-label={words.restoreNamed(name)}
          onClick={() => void restore()}
        >
          {words.restore}
        </Button>
      )}
      {kind === 'generation' && listed && (
        <Button look="quiet" icon={ArrowRight} aria-label={words.seeNamed(name)} onClick={see}>
          {words.see}
        </Button>
      )}
    </li>
  )
}
