import { useEffect, useState } from 'react'
import styles from './app.module.css'
import { Announcer } from './features/announcer/announcer.tsx'
import { BlockedPage } from './features/blocked/blocked-page.tsx'
import { DetachedPage } from './features/blocked/detached-page.tsx'
import { EmptyPage } from './features/empty/empty-page.tsx'
import { FarewellDialog } from './features/farewell/farewell-dialog.tsx'
import { GuideSheet } from './features/guide/guide-sheet.tsx'
import { DropTarget } from './features/import/drop-target.tsx'
import { NewOrganizationDialog } from './features/new-organization/new-organization-dialog.tsx'
import { NoticeBars } from './features/notices/notice-bars.tsx'
import { Refusals } from './features/notices/refusals.tsx'
import { PinDialog } from './features/pin/pin-dialog.tsx'
import { LessonGuide } from './features/practice/lesson-guide.tsx'
import { LessonPanel } from './features/practice/lesson-panel.tsx'
import { PracticeBadge } from './features/practice/practice-badge.tsx'
import { Home } from './home.tsx'
import { useLanguage, useText } from './hooks/use-text.ts'
import { useEnlace } from './store.ts'

/** The whole window: what it shows depends only on what main has said. */
export function App({ onRetry }: { readonly onRetry: () => void }) {
  const language = useLanguage()
  const text = useText()
  const environment = useEnlace((state) => state.environment)
  const notices = useEnlace((state) => state.notices)
  const detached = useEnlace((state) => state.detached)
  const isEmpty = useEnlace((state) => state.organizations.length === 0)
  const [adding, setAdding] = useState(false)
  const practice = environment?.practice ?? false

  useEffect(() => {
    document.documentElement.lang = language
    document.title = practice ? `${text.product} · ${text.practice.badge}` : text.product
  }, [language, text, practice])

  if (detached) {
    return (
      <>
        <DetachedPage onRetry={onRetry} />
        <GuideSheet />
      </>
    )
  }
  if (environment === null) return null
  const add = () => setAdding(true)
  return (
    <div className={styles['app']} data-practice={practice || undefined}>
      {practice && <PracticeBadge />}
      <NoticeBars notices={notices} />
      {isEmpty && <Refusals />}
      <div className={styles['page']}>
        {environment.blocked ? (
          <BlockedPage problem={environment.blocked} />
        ) : isEmpty ? (
          <div className={styles[practice ? 'learn' : 'page']}>
            {practice && <LessonPanel />}
            <EmptyPage environment={environment} onAdd={add} />
          </div>
        ) : (
          <Home practice={practice} onAdd={add} />
        )}
      </div>
      <NewOrganizationDialog open={adding} onClose={() => setAdding(false)} />
      {!environment.blocked && <DropTarget />}
      <PinDialog />
      <FarewellDialog />
      <GuideSheet />
      <Announcer />
      {practice && <LessonGuide />}
    </div>
  )
}
