import { useEffect } from 'react'
import { Refusals } from './features/notices/refusals.tsx'
import { Sidebar } from './features/organizations/sidebar.tsx'
import { TopBar } from './features/organizations/top-bar.tsx'
import { LessonPanel } from './features/practice/lesson-panel.tsx'
import { PracticePanel } from './features/practice/practice-panel.tsx'
import { SessionPane } from './features/session/session-pane.tsx'
import styles from './home.module.css'
import { useMedia } from './hooks/use-media.ts'
import { selectedOrganization, useEnlace } from './store.ts'
import { rescueFocus } from './ui/focus.ts'
import { popupsHome } from './ui/popups-home.ts'

interface HomeProps {
  readonly practice: boolean
  readonly onAdd: () => void
}

/** Left the organizations, right the selected one; in practice mode, the simulated phone below it. Narrow, one column. */
export function Home({ practice, onAdd }: HomeProps) {
  const organization = useEnlace(selectedOrganization)
  const shownId = organization?.id
  const narrow = useMedia('(max-width: 720px)')
  // Where what was shown is gone, the focus that went with it moves on.
  useEffect(() => rescueFocus, [shownId])
  const list = narrow ? <TopBar onAdd={onAdd} /> : <Sidebar onAdd={onAdd} />
  return (
    <div className={styles['home']}>
      {practice ? (
        <div className={styles['left']}>
          {list}
          <LessonPanel />
        </div>
      ) : (
        list
      )}
      <div className={styles['right']}>
        <Refusals />
        <main className={styles['main']}>
          <div className={styles['column']}>
            {organization && <SessionPane key={organization.id} organization={organization} />}
          </div>
          <div ref={popupsHome} />
        </main>
        {practice && organization && <PracticePanel organization={organization} />}
      </div>
    </div>
  )
}
