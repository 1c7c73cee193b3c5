import { FolderKey } from 'lucide-react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { keepSource } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { QuietLine } from '../../ui/quiet-line.tsx'

interface SourceLineProps {
  readonly organization: OrganizationView
  readonly onDelete: () => void
}

/** Says calmly that keys still lie in plain text where the session came from, until the person has decided. */
export function SourceLine({ organization: { id, session }, onDelete }: SourceLineProps) {
  const { source: words } = useText()
  if (session.source === null || session.source.kept) return null
  return (
    <QuietLine
      icon={FolderKey}
      testId="source"
      actions={
        <>
          <Button look="quiet" data-testid="keep-source" onClick={() => void keepSource(id)}>
            {words.keep}
          </Button>
          <Button look="quiet" data-testid="delete-source" onClick={onDelete}>
            {words.offer}
          </Button>
        </>
      }
    >
      {words.line}
    </QuietLine>
  )
}
