import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProblemText } from '../../../text/es/problems.ts'
import { GuideLink } from '../guide/guide-link.tsx'
import styles from './problem-page.module.css'

interface ProblemPageProps {
  readonly icon: LucideIcon
  readonly words: ProblemText
  /** The folder, address or reason, as the computer writes it. */
  readonly detail: string | null
  /** What can be pressed, beside the way into the support guide. */
  readonly children?: ReactNode
}

/** Why there is nothing else to show. */
export function ProblemPage({ icon: Icon, words, detail, children }: ProblemPageProps) {
  return (
    <main className={styles['page']}>
      <section className={styles['card']} data-testid="blocked">
        <Icon className={styles['icon']} size={32} aria-hidden />
        <h1 className={styles['title']} tabIndex={-1} data-headline>
          {words.title}
        </h1>
        <p className={styles['why']}>{words.why}</p>
        {detail !== null && <p className={styles['detail']}>{detail}</p>}
        <p>{words.next}</p>
        <div className={styles['actions']}>
          {children}
          <GuideLink />
        </div>
      </section>
    </main>
  )
}
