import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { ListView } from './use-list-view.ts'
import styles from './narrowed-note.module.css'

/** Says that the list is not whole, and leads back; where nothing was found, that as well. */
export function NarrowedNote({ view }: { readonly view: ListView }) {
  const { list } = useText()
  const { shown, of, query, troubleOnly } = view
  if (query !== '' && shown.length === 0) {
    return (
      <div className={styles['empty']} data-testid="none-found">
        <p>{list.noneFound(query.trim())}</p>
        <Button look="quiet" onClick={() => view.search('')}>
          {list.clearSearch}
        </Button>
      </div>
    )
  }
  if (!troubleOnly) return null
  return (
    <div className={styles['note']} data-testid="trouble-only">
      <p>{list.showing(shown.length, of)}</p>
      <Button look="quiet" data-testid="show-all" onClick={() => view.showTroubleOnly(false)}>
        {list.showAll}
      </Button>
    </div>
  )
}
