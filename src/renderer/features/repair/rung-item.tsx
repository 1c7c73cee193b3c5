import { BrushCleaning, History, type LucideIcon, RefreshCw, RotateCw, ScanSearch } from 'lucide-react'
import { useId } from 'react'
import type { SessionCommand } from '../../../contract/session-view.ts'
import { moment, momentInWords } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import type { Rung, RungName } from './ladder.ts'
import styles from './rung-item.module.css'

const ICONS: Readonly<Record<RungName, LucideIcon>> = {
  reconnect: RotateCw,
  verify: ScanSearch,
  renew: RefreshCw,
  'restore-snapshot': History,
  clear: BrushCleaning,
}

interface RungItemProps {
  readonly rung: Rung
  readonly snapshotAt: number | null
  /** Where the rung is the only place to find that command. */
  readonly testId: string | undefined
  readonly onCommand: (command: SessionCommand) => void
}

/** One rung: its name, what it does, what it costs and what it keeps. Its name is the button, and all of it presses it. */
export function RungItem({ rung: { name, command }, snapshotAt, testId, onCommand }: RungItemProps) {
  const { repair } = useText()
  const copy = useCopyWords(snapshotAt)
  const priceId = useId()
  const { name: title, what, costs, keeps } = repair.rungs[name]
  return (
    <li className={styles['rung']} data-rung={name}>
      <Mark
        icon={ICONS[name]}
        tone={command === null ? undefined : name === 'clear' ? 'working' : 'accent'}
      />
      <div className={styles['words']}>
        <button
          type="button"
          className={styles['name']}
          data-testid={`repair-${name}`}
          aria-describedby={priceId}
          disabled={command === null}
          onClick={(event) => {
            // The further clicks of a double click were not meant for what stands here by then.
            if (command && event.detail <= 1) onCommand(command)
          }}
        >
          <span data-testid={testId}>{title}</span>
        </button>
        {command === null && <span className={styles['not-now']}> · {repair.notNow}</span>}
        <div id={priceId} className={styles['price']}>
          <p>
            {what} {name === 'restore-snapshot' && copy}
          </p>
          <p>
            <strong>{repair.costs}:</strong> {costs} <strong>{repair.keeps}:</strong> {keeps}
          </p>
        </div>
      </div>
    </li>
  )
}

function useCopyWords(snapshotAt: number | null): string {
  const language = useLanguage()
  const { repair } = useText()
  const now = useNow()
  return snapshotAt === null ? repair.noCopy : momentInWords(moment(language, snapshotAt, now), repair.copy)
}
