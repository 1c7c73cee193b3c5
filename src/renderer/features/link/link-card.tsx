import { useId } from 'react'
import type { OrganizationView, QrView } from '../../../contract/session-view.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { ActionBar } from '../session/action-bar.tsx'
import card from '../session/state-card.module.css'
import { DEVICE_NAME } from './device-name.ts'
import styles from './link-card.module.css'
import { LinkByPhoneButton } from './link-by-phone-button.tsx'
import { PhoneSteps } from './phone-steps.tsx'
import { QrCode } from './qr-code.tsx'
import { SetbackNote } from './setback-note.tsx'
import type { Press } from '../session/press.ts'

interface LinkCardProps {
  readonly organization: OrganizationView
  readonly qr: QrView
  readonly onCommand: (command: Press) => void
  readonly onLinkByPhone: () => void
}

/** The code as large as it can be, and beside it what to do with the phone. */
export function LinkCard({ organization, qr, onCommand, onLinkByPhone }: LinkCardProps) {
  const text = useText()
  const { link } = text
  const titleId = useId()
  const { name, lastNumber, session } = organization
  const setback = session.status === 'scan' ? session.cause : null
  return (
    <section className={card['card']} aria-labelledby={titleId}>
      <div className={`${card['content']} ${styles['columns']}`}>
        <div className={styles['head']}>
          <StatusPill session={session} />
          <h2 id={titleId} className={`${card['title']} ${styles['title']}`} tabIndex={-1} data-headline>
            {link.title}
          </h2>
          {setback && <SetbackNote cause={setback} />}
        </div>
        <QrCode qr={qr} name={name} />
        <div className={styles['guide']}>
          <PhoneSteps last={[link.steps.link]} />
          <LinkByPhoneButton label={link.byPhone} onClick={onLinkByPhone} />
          <div className={styles['notes']}>
            <p>
              <Rich text={link.deviceName(DEVICE_NAME)} />
            </p>
            {lastNumber && (
              <p>
                <Rich text={text.lastNumber(phoneNumber(lastNumber))} />
              </p>
            )}
          </div>
        </div>
        <div className={styles['actions']}>
          <ActionBar session={session} onCommand={onCommand} />
        </div>
      </div>
    </section>
  )
}
