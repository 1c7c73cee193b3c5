import { useEffect } from 'react'
import { Refusals } from './features/notices/refusals.tsx'
import { Sidebar } from './features/organizations/sidebar.tsx'
import { LessonPanel } from './features/practice/lesson-panel.tsx'
import { PracticePanel } from './features/practice/practice-panel.tsx'
import { SessionPane } from './features/session/session-pane.tsx'
import styles from './home.module.css'
import { selectedOrganization, useEnlace } from './store.ts'
import { rescueFocus } from './ui/focus.ts'

interface HomeProps {
  readonly practice: boolean
  readonly onAdd: () => void
}

/** Left the organizations, right the selected one; in practice mode, the simulated phone below it. */
export function Home({ practice, onAdd }: HomeProps) {
  const organization = useEnlace(selectedOrganization)
  const shownId = organization?.id
  // Where what was shown is gone, the focus that went with it moves on.
  useEffect(() => rescueFocus, [shownId])
  return (
    <div className={styles['home']}>
      {practice ? (
        <div className={styles['left']}>
          <Sidebar onAdd={onAdd} />
          <LessonPanel />
        </div>
      ) : (
        <Sidebar onAdd={onAdd} />
      )}
      <div className={styles['right']}>
        <Refusals />
        <main className={styles['main']}>
          <div className={styles['column']}>
            {organization && <SessionPane key={organization.id} organization={organization} />}
          </div>
        </main>
        {practice && organization && <PracticePanel organization={organization} />}
      </div>
    </div>
  )
}
