import { FolderKey } from 'lucide-react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { keepSource } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './source-line.module.css'

interface SourceLineProps {
  readonly organization: OrganizationView
  readonly onDelete: () => void
}

/** Says calmly that keys still lie in plain text where the session came from, until the person has decided. */
export function SourceLine({ organization: { id, session }, onDelete }: SourceLineProps) {
  const { source: words } = useText()
  if (session.source === null || session.source.kept) return null
  return (
    <div className={styles['line']} data-testid="source">
      <FolderKey size={17} aria-hidden />
      <p>{words.line}</p>
      <div className={styles['answers']}>
        <Button look="quiet" data-testid="keep-source" onClick={() => void keepSource(id)}>
          {words.keep}
        </Button>
        <Button look="quiet" data-testid="delete-source" onClick={onDelete}>
          {words.offer}
        </Button>
      </div>
    </div>
  )
}
