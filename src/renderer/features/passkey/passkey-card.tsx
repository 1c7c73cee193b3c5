import { AppWindow, Check, Globe, KeyRound, type LucideIcon, Smartphone } from 'lucide-react'
import { useId } from 'react'
import type { PasskeyStep, PasskeyView, PasskeyWay } from '../../../contract/passkey.ts'
import type { SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { ActionBar } from '../session/action-bar.tsx'
import { commandLabel } from '../session/actions.ts'
import type { Press } from '../session/press.ts'
import card from '../session/state-card.module.css'
import styles from './passkey-card.module.css'
import { PasskeyCode } from './passkey-code.tsx'
import { PasskeyCountdown } from './passkey-countdown.tsx'
import { PasskeyTroubleNote } from './passkey-trouble.tsx'
import { passkeyWords } from './passkey-words.ts'

interface PasskeyCardProps {
  readonly session: Extract<SessionView, { status: 'linking' }>
  readonly passkey: PasskeyView
  readonly onCommand: (command: Press) => void
}

/** WhatsApp wants the owner's passkey: where the code to scan was, what to do with the key and the phone, step by step. */
export function PasskeyCard({ session, passkey, onCommand }: PasskeyCardProps) {
  const text = useText()
  const titleId = useId()
  const { step, since, until, way, code, otherWay, trouble } = passkey
  const { title, lines, note } = passkeyWords(passkey, text)
  const Picture = step === 'signing' ? WAY_PICTURES[way] : PICTURES[step]
  return (
    <section className={card['card']} aria-labelledby={titleId} data-testid="passkey-card" data-step={step}>
      <div className={`${card['content']} ${styles['columns']}`}>
        <div className={styles['head']}>
          <StatusPill session={session} />
          <h2 id={titleId} className={`${card['title']} ${styles['title']}`} tabIndex={-1} data-headline>
            {title}
          </h2>
        </div>
        <div className={styles['picture']} data-code={code !== null}>
          {code === null ? (
            <Picture size={112} strokeWidth={1.25} aria-hidden />
          ) : (
            <PasskeyCode code={code} />
          )}
        </div>
        <div className={styles['time']}>
          <PasskeyCountdown since={since} until={until} />
        </div>
        <div className={styles['words']}>
          <PasskeyTroubleNote trouble={step === 'offered' ? trouble : null} />
          {lines.map((line) => (
            <p key={line}>
              <Rich text={line} />
            </p>
          ))}
          {note !== null && <p className={styles['note']}>{note}</p>}
        </div>
        <div className={styles['actions']}>
          <ActionBar session={session} onCommand={onCommand} />
          {otherWay !== null && (
            // Its room is kept while there is nothing to choose, so that the buttons above stay where they are.
            <div className={styles['otherwise']}>
              {session.allowed.includes('use-passkey-otherwise') && (
                <Button
                  look="quiet"
                  data-testid="passkey-other-way"
                  data-command="use-passkey-otherwise"
                  onClick={() => onCommand('use-passkey-otherwise')}
                >
                  {commandLabel('use-passkey-otherwise', session, text)}
                </Button>
              )}
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

const PICTURES: Readonly<Record<Exclude<PasskeyStep, 'signing'>, LucideIcon>> = {
  offered: KeyRound,
  waiting: Smartphone,
  comparing: Smartphone,
  finishing: Check,
}

const WAY_PICTURES: Readonly<Record<PasskeyWay, LucideIcon>> = {
  window: AppWindow,
  browser: Globe,
  practice: KeyRound,
}
