import { useLayoutEffect, useRef, useState } from 'react'
import type { OrganizationView, SessionCommand } from '../../../contract/session-view.ts'
import { commandSession } from '../../store.ts'
import { rescueFocus } from '../../ui/focus.ts'
import { ClearDialog } from '../clear/clear-dialog.tsx'
import { UndoDialog } from '../clear/undo-dialog.tsx'
import { UndoLine } from '../clear/undo-line.tsx'
import { LogOutDialog } from '../log-out/log-out-dialog.tsx'
import { SessionCard } from './session-card.tsx'
import styles from './session-pane.module.css'

/** Commands that ask first. */
type Question = 'clear' | 'log-out' | 'undo-clear'

/** The selected organization: its name, the state of its session, and the questions a command may ask. */
export function SessionPane({ organization }: { readonly organization: OrganizationView }) {
  const { id, name, sessionName, session } = organization
  const [question, setQuestion] = useState<Question | null>(null)
  const lastFocused = useRef<Element>(null)

  useLayoutEffect(() => {
    if (lastFocused.current?.isConnected === false) rescueFocus()
  }, [session.status])

  const onCommand = (command: SessionCommand) => {
    if (command === 'clear' || command === 'log-out') setQuestion(command)
    else if (command === 'undo-clear' && mayHoldLink(organization)) setQuestion(command)
    else void commandSession(id, command)
  }
  const dialog = (asked: Question) => ({
    organization,
    open: question === asked,
    onClose: () => setQuestion(null),
    onConfirm: () => {
      setQuestion(null)
      void commandSession(id, asked)
    },
  })

  return (
    <article
      className={styles['pane']}
      onFocusCapture={(event) => {
        lastFocused.current = event.target
      }}
    >
      <header className={styles['header']}>
        <h1 className={styles['name']}>{name}</h1>
        <span className={styles['session-name']}>{sessionName}</span>
      </header>
      <UndoLine session={session} onUndo={() => onCommand('undo-clear')} />
      <SessionCard organization={organization} onCommand={onCommand} />
      <ClearDialog {...dialog('clear')} />
      <LogOutDialog {...dialog('log-out')} />
      <UndoDialog {...dialog('undo-clear')} />
    </article>
  )
}

/** Going back would take the place of something: only before a scan is there surely nothing. */
function mayHoldLink({ session }: OrganizationView): boolean {
  return session.status !== 'unlinked' && session.status !== 'scan'
}
