import { FolderInput, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { importDropped } from '../../store.ts'
import turning from '../../styles/turning.module.css'
import styles from './drop-target.module.css'

type Stage = 'waiting' | 'over' | 'importing'

/** The whole window takes a session's folder; while one is held over it, it says so. */
export function DropTarget() {
  const { importSession } = useText()
  const [stage, setStage] = useState<Stage>('waiting')

  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    const over = (event: DragEvent) => {
      // Without this, Electron would open the file in place of the page.
      event.preventDefault()
      if (event.dataTransfer?.types.includes('Files')) setStage(becomes('over'))
    }
    const leave = (event: DragEvent) => {
      // Within the window there is always something that is entered next.
      if (event.relatedTarget === null) setStage(becomes('waiting'))
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      setStage(file ? 'importing' : becomes('waiting'))
      if (file) void importDropped(file).then(() => setStage('waiting'))
    }
    window.addEventListener('dragenter', over, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => ending.abort()
  }, [])

  if (stage === 'waiting') return null
  return (
    <div className={styles['target']} role="status" data-testid="drop-target" data-stage={stage}>
      <div className={styles['frame']}>
        {stage === 'over' ? (
          <>
            <FolderInput size={36} aria-hidden />
            <p className={styles['title']}>{importSession.drop}</p>
            <p>{importSession.dropWhy}</p>
          </>
        ) : (
          <>
            <LoaderCircle className={turning['turning']} size={36} aria-hidden />
            <p className={styles['title']}>{importSession.doing}</p>
          </>
        )}
      </div>
    </div>
  )
}

/** What is being taken in is not disturbed by another drag. */
function becomes(next: Stage): (stage: Stage) => Stage {
  return (stage) => (stage === 'importing' ? stage : next)
}
