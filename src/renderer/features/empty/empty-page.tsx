import { Link, Plus } from 'lucide-react'
import type { Environment } from '../../../contract/commands.ts'
import { useText } from '../../hooks/use-text.ts'
import { openPractice } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { GuideButton } from '../guide/guide-button.tsx'
import { PreferencesButton } from '../preferences/preferences-button.tsx'
import styles from './empty-page.module.css'

interface EmptyPageProps {
  readonly environment: Environment
  readonly onAdd: () => void
}

/** Nothing yet: one sentence, one button, and a place to try it without consequences. */
export function EmptyPage({ environment, onAdd }: EmptyPageProps) {
  const text = useText()
  return (
    <main className={styles['page']}>
      <span className={styles['mark']}>
        <Link size={28} strokeWidth={2.2} aria-hidden />
      </span>
      <h1 className={styles['title']} tabIndex={-1} data-headline>
        {text.empty.title}
      </h1>
      <Button look="primary" icon={Plus} data-testid="add-organization" onClick={onAdd}>
        {text.organizations.add}
      </Button>
      {!environment.practice && (
        <Button look="quiet" data-testid="open-practice" onClick={() => void openPractice()}>
          {text.empty.practice}
        </Button>
      )}
      <div className={styles['corner']}>
        <GuideButton place="start" />
        <PreferencesButton />
      </div>
      <p className={styles['data']}>{text.empty.data(environment.dataFolder)}</p>
    </main>
  )
}
