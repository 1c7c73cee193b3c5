import type { ReactNode } from 'react'
import type { Guide, GuidePage as Page } from '../../../text/guide-shape.ts'
import type { GuidePlace } from './guide-place.ts'
import styles from './guide-page.module.css'
import { GuideWords } from './guide-words.tsx'

interface GuidePageProps {
  readonly guide: Guide
  readonly page: Page
  readonly onOpen: (place: GuidePlace) => void
}

/** What to do about one support code: what to say first, because that is what is needed first. */
export function GuidePage({ guide: { headings }, page, onOpen }: GuidePageProps) {
  return (
    <>
      <Part title={headings.say}>
        <blockquote className={styles['say']}>
          <GuideWords sentence={page.say} onOpen={onOpen} />
        </blockquote>
      </Part>
      <Part title={headings.press}>
        <ol className={styles['steps']}>
          {page.press.map((step) => (
            <li key={step}>
              <GuideWords sentence={step} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      </Part>
      <Part title={headings.otherwise}>
        <p>
          <GuideWords sentence={page.otherwise} onOpen={onOpen} />
        </p>
      </Part>
      <Part title={headings.escalate}>
        <p>
          <GuideWords sentence={page.escalate} onOpen={onOpen} />
        </p>
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['title']}>{title}</h3>
      {children}
    </section>
  )
}
