import { Link, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { selectOrganization } from '../../store.ts'
import { GuideButton } from '../guide/guide-button.tsx'
import { PracticeButton } from '../practice/practice-button.tsx'
import { PreferencesButton } from '../preferences/preferences-button.tsx'
import { NarrowedNote } from './narrowed-note.tsx'
import { OrganizationList } from './organization-list.tsx'
import { SearchField } from './search-field.tsx'
import { SummaryLine } from './summary-line.tsx'
import styles from './sidebar.module.css'
import { useListView } from './use-list-view.ts'

interface SidebarProps {
  readonly onAdd: () => void
  /** An organization was chosen from the list. */
  readonly onPicked?: () => void
}

/** All organizations, how they are at a glance, and the means to find one. */
export function Sidebar({ onAdd, onPicked }: SidebarProps) {
  const { product, organizations: words, list: listWords } = useText()
  const view = useListView()
  const list = useRef<HTMLUListElement>(null)

  const leaveSearch = (how: 'look' | 'choose') => {
    const [first] = view.shown
    if (how === 'look') list.current?.querySelector('button')?.focus()
    else if (first && view.query !== '') {
      selectOrganization(first.id)
      onPicked?.()
    }
  }

  return (
    <nav className={styles['sidebar']} aria-label={words.label}>
      <div className={styles['head']}>
        <p className={styles['product']}>
          <span className={styles['mark']}>
            <Link size={16} strokeWidth={2.4} aria-hidden />
          </span>
          {product}
          <span className={styles['help']}>
            <GuideButton place="start" />
          </span>
        </p>
        <SummaryLine troubleOnly={view.troubleOnly} onTroubleOnly={view.showTroubleOnly} />
        {view.searchable && (
          <SearchField
            query={view.query}
            onQuery={view.search}
            found={view.shown.length}
            onLeave={leaveSearch}
          />
        )}
      </div>
      <NarrowedNote view={view} />
      <OrganizationList organizations={view.shown} list={list} onPicked={onPicked} />
      <div className={styles['foot']}>
        <button
          type="button"
          className={styles['add']}
          aria-label={words.add}
          data-testid="add-organization"
          onClick={onAdd}
        >
          <Plus size={18} aria-hidden />
          <span className={styles['long']}>{words.add}</span>
          <span className={styles['short']}>{listWords.addShort}</span>
        </button>
        <PracticeButton />
        <PreferencesButton />
      </div>
    </nav>
  )
}
