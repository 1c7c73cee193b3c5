import { Check, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { TestView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import turning from '../../styles/turning.module.css'
import { Ago } from '../session/ago.tsx'
import styles from './test-result.module.css'

/** How the check of the connection stands: WhatsApp first, then the phone. */
export function TestResult({ test }: { readonly test: TestView }) {
  const words = useText().test
  return (
    <div
      className={styles['test']}
      role="status"
      data-testid="test-result"
      data-link={test.link}
      data-phone={test.phone}
    >
      <p className={styles['title']}>
        {words.result} · <Ago at={test.startedAt} />
      </p>
      <Line answer={test.link} words={words.link[test.link]} />
      {test.link !== 'failed' && <Line answer={test.phone} words={words.phone[test.phone]} />}
    </div>
  )
}

type Answer = TestView['link'] | TestView['phone']

const ICONS: Readonly<Record<Answer, LucideIcon>> = {
  waiting: LoaderCircle,
  good: Check,
  alive: Check,
  failed: TriangleAlert,
  silent: TriangleAlert,
  refused: TriangleAlert,
}

function Line({ answer, words }: { readonly answer: Answer; readonly words: string }) {
  const Icon = ICONS[answer]
  return (
    <p className={styles['line']} data-answer={answer}>
      <Icon size={17} aria-hidden className={answer === 'waiting' ? turning['turning'] : undefined} />
      {words}
    </p>
  )
}
