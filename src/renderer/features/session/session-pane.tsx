import { useLayoutEffect, useRef, useState } from 'react'
import type { OrganizationView, SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { commandSession } from '../../store.ts'
import { focusCommand, rescueFocus } from '../../ui/focus.ts'
import { ActivityDialog } from '../activity/activity-dialog.tsx'
import { GuidedReset } from '../clear/guided-reset.tsx'
import { closeReset, confirmReset, openReset, useReset } from '../clear/reset-store.ts'
import { goesOn } from '../clear/reset.ts'
import { UndoLine } from '../clear/undo-line.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { LinkByPhoneDialog } from '../link/link-by-phone-dialog.tsx'
import { QuestionDialog } from '../question/question-dialog.tsx'
import { type Asking, ASKING, asksNow } from '../question/question.ts'
import { RemoveDialog } from '../remove/remove-dialog.tsx'
import { RenameDialog } from '../rename/rename-dialog.tsx'
import { Aftermath } from '../repair/aftermath.tsx'
import { RepairDialog } from '../repair/repair-dialog.tsx'
import { SourceDialog } from '../source/source-dialog.tsx'
import { OrganizationHeader } from './organization-header.tsx'
import type { Press } from './press.ts'
import { SessionCard } from './session-card.tsx'
import styles from './session-pane.module.css'

/** What is open over the pane: a question, something to type, or something to read. */
type Open = Asking | 'activity' | 'link-by-phone' | 'rename' | 'repair' | 'export' | 'source' | 'remove'

/** The selected organization: its name, the state of its session, and the questions a command may ask. */
export function SessionPane({ organization }: { readonly organization: OrganizationView }) {
  const { id, session } = organization
  const [open, setOpen] = useState<Open | null>(null)
  const lastFocused = useRef<Element>(null)
  const reset = useReset(id)

  const card = `${cardOf(session)} ${reset?.stage}`
  useLayoutEffect(() => {
    if (lastFocused.current?.isConnected === false) rescueFocus()
  }, [card])

  const close = () => setOpen(null)
  const send = (command: SessionCommand) => {
    close()
    if (!goesOn(command)) closeReset(id)
    void commandSession(id, command)
  }
  const onCommand = (command: Press) => {
    if (command === 'repair') {
      setOpen('repair')
      return
    }
    if (command === 'clear') {
      close()
      openReset(organization)
      return
    }
    const question = ASKING.find((asking) => asking === command)
    if (question && asksNow(question, organization)) setOpen(question)
    else send(command)
  }
  const dialog = (shown: Open) => ({ organization, open: open === shown, onClose: close })

  const undo = <UndoLine session={session} onUndo={() => onCommand('undo-clear')} />
  const sessionCard = (
    <SessionCard
      organization={organization}
      onCommand={onCommand}
      onLinkByPhone={() => setOpen('link-by-phone')}
      onDeleteSource={() => setOpen('source')}
    />
  )
  return (
    <article
      className={styles['pane']}
      onFocusCapture={(event) => {
        lastFocused.current = event.target
      }}
    >
      <OrganizationHeader
        organization={organization}
        onActivity={() => setOpen('activity')}
        onRename={() => setOpen('rename')}
        onExport={() => setOpen('export')}
        onDeleteSource={() => setOpen('source')}
        onRemove={() => setOpen('remove')}
      />
      {reset ? (
        <GuidedReset
          organization={organization}
          reset={reset}
          onConfirm={() => void confirmReset(id)}
          onClose={() => {
            closeReset(id)
            focusCommand('clear')
          }}
          undo={undo}
        >
          {sessionCard}
        </GuidedReset>
      ) : (
        <>
          {undo}
          {sessionCard}
          <Aftermath session={session} />
        </>
      )}
      <ActivityDialog {...dialog('activity')} />
      <RepairDialog {...dialog('repair')} onCommand={onCommand} />
      {ASKING.map((asking) => (
        <QuestionDialog key={asking} {...dialog(asking)} command={asking} onConfirm={() => send(asking)} />
      ))}
      <LinkByPhoneDialog {...dialog('link-by-phone')} />
      <RenameDialog {...dialog('rename')} />
      <ExportDialog {...dialog('export')} />
      <SourceDialog {...dialog('source')} />
      <RemoveDialog {...dialog('remove')} />
    </article>
  )
}

/** What changes when the buttons of one card give way to another's. */
function cardOf(session: SessionView): string {
  if (session.status === 'scan' && session.phoneCode) return 'phone-code'
  if (session.status === 'linking' && session.passkey) return session.passkey.step
  return session.status
}
