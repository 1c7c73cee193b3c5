import { Link, Plus } from 'lucide-react'
import { Fragment } from 'react'
import { useEnlace } from '../../store.ts'
import { useText } from '../../hooks/use-text.ts'
import { GuideButton } from '../guide/guide-button.tsx'
import { PracticeButton } from '../practice/practice-button.tsx'
import { PreferencesButton } from '../preferences/preferences-button.tsx'
import { OrganizationList } from './organization-list.tsx'
import { summary } from '../../../text/summary.ts'
import styles from './sidebar.module.css'

export function Sidebar({ onAdd }: { readonly onAdd: () => void }) {
  const text = useText()
  const organizations = useEnlace((state) => state.organizations)
  return (
    <nav className={styles['sidebar']} aria-label={text.organizations.label}>
      <div className={styles['head']}>
        <p className={styles['product']}>
          <span className={styles['mark']}>
            <Link size={16} strokeWidth={2.4} aria-hidden />
          </span>
          {text.product}
          <span className={styles['help']}>
            <GuideButton place="start" />
          </span>
        </p>
        <p className={styles['summary']} data-testid="summary">
          {summary(organizations, text).map((part, at) => (
            <Fragment key={part}>
              {at > 0 && ' · '}
              <span className={styles['part']}>{part}</span>
            </Fragment>
          ))}
        </p>
      </div>
      <OrganizationList />
      <div className={styles['foot']}>
        <button type="button" className={styles['add']} data-testid="add-organization" onClick={onAdd}>
          <Plus size={18} aria-hidden />
          {text.organizations.add}
        </button>
        <PracticeButton />
        <PreferencesButton />
      </div>
    </nav>
  )
}
