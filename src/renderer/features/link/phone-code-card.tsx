import type { PhoneCodeView, SessionView } from '../../../contract/session-view.ts'
import { remaining } from '../../../text/format.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { ActionBar } from '../session/action-bar.tsx'
import { StateCard } from '../session/state-card.tsx'
import { Countdown } from './countdown.tsx'
import { DEVICE_NAME } from './device-name.ts'
import { LinkByPhoneButton } from './link-by-phone-button.tsx'
import styles from './phone-code-card.module.css'
import { PhoneCode } from './phone-code.tsx'
import { PhoneSteps } from './phone-steps.tsx'
import type { Press } from '../session/press.ts'

interface PhoneCodeCardProps {
  readonly session: Extract<SessionView, { status: 'scan' }>
  readonly phoneCode: PhoneCodeView
  readonly onCommand: (command: Press) => void
  readonly onLinkByPhone: () => void
}

/** Linking without a camera: the code to type, on which phone, and where in it. */
export function PhoneCodeCard({ session, phoneCode, onCommand, onLinkByPhone }: PhoneCodeCardProps) {
  const text = useText()
  const words = text.phoneCode
  return (
    <StateCard session={session} title={words.title}>
      {session.cause && <p className={styles['setback']}>{text.causes[session.cause.code].title}</p>}
      <div className={styles['code']}>
        <PhoneCode code={phoneCode.code} />
        <Countdown shownAt={phoneCode.shownAt} expiresAt={phoneCode.expiresAt} testId="phone-code-countdown">
          <TimeLeft until={phoneCode.expiresAt} />
        </Countdown>
      </div>
      <PhoneSteps last={[words.steps.link, words.steps.instead]} />
      <p className={styles['notes']}>
        <Rich text={words.number(phoneNumber(phoneCode.number))} />{' '}
        <Rich text={text.link.deviceName(DEVICE_NAME)} />
      </p>
      <ActionBar session={session} onCommand={onCommand}>
        <LinkByPhoneButton label={words.another} onClick={onLinkByPhone} />
      </ActionBar>
    </StateCard>
  )
}

function TimeLeft({ until }: { readonly until: number }) {
  const { phoneCode } = useText()
  return <>{phoneCode.progress(remaining(until, useNow()))}</>
}
