import { Eye, FolderX, ServerOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import type { SourceOutcome } from '../../../contract/source.ts'
import { useDeed } from '../../hooks/use-deed.ts'
import { useFocusOnce } from '../../hooks/use-focus-once.ts'
import { useText } from '../../hooks/use-text.ts'
import { deleteSource } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { FolderPath } from '../../ui/folder-path.tsx'
import { Point, Points } from '../../ui/point.tsx'
import { SheetActions } from '../../ui/sheet.tsx'
import { SourceResult } from './source-result.tsx'

interface SourceFormProps {
  readonly organization: OrganizationView
  readonly onClose: () => void
}

/** What deleting the folder means; afterwards, what became of it. */
export function SourceForm({ organization: { id, session }, onClose }: SourceFormProps) {
  const text = useText()
  const words = text.source
  // It is no longer in the view while it is being deleted.
  const [folder] = useState(session.source?.folder ?? '')
  const [outcome, setOutcome] = useState<SourceOutcome | null>(null)
  const { busy, refusal, start } = useDeed(() => deleteSource(id), setOutcome)
  const over = outcome !== null && outcome.kind !== 'incomplete'
  const close = useFocusOnce(over)

  return (
    <>
      <FolderPath path={folder} testId="source-folder" />
      {outcome ? (
        <SourceResult outcome={outcome} />
      ) : (
        <Points>
          <Point icon={Eye} tone="working" {...words.plain} />
          <Point icon={ServerOff} {...words.server} />
          <Point icon={Trash2} {...words.final} />
        </Points>
      )}
      <FailureLine failure={refusal} />
      <SheetActions>
        <Button ref={close} look={over ? 'primary' : 'outline'} onClick={onClose}>
          {over ? text.close : text.cancel}
        </Button>
        {!over && (
          <Button
            look="clear-primary"
            icon={FolderX}
            data-testid="confirm-delete-source"
            disabled={busy || session.source === null}
            focusableWhenDisabled
            onClick={() => void start()}
          >
            {busy ? words.doing : outcome ? words.again : words.confirm}
          </Button>
        )}
      </SheetActions>
    </>
  )
}
