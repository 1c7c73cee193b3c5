import { BrushCleaning, Check, CircleAlert, LoaderCircle, TriangleAlert, Unlink } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { useEscape } from '../../hooks/use-escape.ts'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import card from '../session/state-card.module.css'
import { causeInView, type Reset } from './reset.ts'
import styles from './reset-question.module.css'

interface ResetQuestionProps {
  readonly organization: OrganizationView
  readonly reset: Reset
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** The one question before clearing: what to have at hand, what stays, what goes, what follows by itself. */
export function ResetQuestion({ organization, reset, onConfirm, onClose }: ResetQuestionProps) {
  const text = useText()
  const { name, session } = organization
  const days = useEnlace(({ settings }) => settings?.preferences.quarantineDays ?? null)
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const cause = causeInView(reset, session)
  const possible = session.allowed.includes('clear')
  const sending = reset.stage !== 'asking'
  useEscape(sending ? null : onClose)
  // The headline, so that neither Enter nor a space bar does anything yet.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])

  return (
    <div className={card['card']} role="dialog" data-inline aria-labelledby={titleId}>
      <div className={`${card['top']} ${styles['top']}`}>
        <StatusPill session={session} />
        {cause && <SupportCode cause={cause.code} />}
      </div>
      <h2
        id={titleId}
        ref={title}
        className={`${card['title']} ${styles['title']}`}
        tabIndex={-1}
        data-headline
      >
        {text.clear.title(name)}
      </h2>
      {reset.obstacle && (
        <p className={styles['obstacle']} role="alert" data-testid="reset-obstacle">
          <CircleAlert size={18} aria-hidden />
          <span>
            <strong>{text.reset.nothingCleared}</strong> {text.causes[reset.obstacle.code].title}.{' '}
            {text.causes[reset.obstacle.code].next}
          </span>
        </p>
      )}
      <ol className={styles['steps']}>
        <li>
          <h3>{text.clear.phone.title}</h3>
          <p>{text.clear.phone.body}</p>
        </li>
        <li>
          <h3>{text.reset.press}</h3>
          <ul className={styles['price']}>
            <li>
              <Check size={18} aria-hidden data-tone="connected" />
              <p>
                <strong>{text.clear.kept.title}.</strong> {text.clear.kept.body}
              </p>
            </li>
            <li>
              <Unlink size={18} aria-hidden data-tone="working" />
              <p>
                <strong>{text.clear.lost.title}.</strong> {text.clear.lost.body}
              </p>
            </li>
            {holdsWorkingLink(session) && (
              <li className={styles['warning']}>
                <TriangleAlert size={18} aria-hidden data-tone="working" />
                <p>{text.clear.stillWorks}</p>
              </li>
            )}
          </ul>
        </li>
        <li>
          <h3>{text.reset.scan}</h3>
          <p>{text.reset.scanByItself}</p>
        </li>
        <li>
          <h3>{text.reset.wait}</h3>
        </li>
      </ol>
      <div className={styles['foot']}>
        <Button
          look="clear-primary"
          icon={sending ? LoaderCircle : BrushCleaning}
          data-testid="confirm-clear"
          disabled={!possible || sending}
          focusableWhenDisabled
          onClick={onConfirm}
        >
          {text.clear.confirm}
        </Button>
        <Button data-testid="cancel-clear" disabled={sending} onClick={onClose}>
          {text.cancel}
        </Button>
        <p className={styles['undo']} role={possible || sending ? undefined : 'alert'}>
          {possible || sending ? days !== null && text.clear.undo(days) : text.clear.noLonger}
        </p>
      </div>
    </div>
  )
}

/** A link that was good when last heard of, and that WhatsApp might not grant again. */
function holdsWorkingLink({ status }: SessionView): boolean {
  return status === 'online' || status === 'stopped' || status === 'reconnecting'
}
