import {
  CircleAlert,
  CircleCheck,
  CircleMinus,
  KeyRound,
  LoaderCircle,
  type LucideIcon,
  QrCode,
} from 'lucide-react'
import type { SessionView, Status } from '../../contract/session-view.ts'
import { useText } from '../hooks/use-text.ts'
import turning from '../styles/turning.module.css'
import { statusWord } from '../../text/status-word.ts'
import { isTold, toneOf } from '../../contract/tone.ts'
import styles from './status-pill.module.css'

const ICONS: Readonly<Record<Status, LucideIcon>> = {
  unlinked: CircleMinus,
  starting: LoaderCircle,
  scan: QrCode,
  linking: LoaderCircle,
  online: CircleCheck,
  reconnecting: LoaderCircle,
  stopped: CircleMinus,
  attention: CircleAlert,
  unavailable: CircleAlert,
}

/** The state of a session: colour, icon and word. */
export function StatusPill({ session }: { readonly session: SessionView }) {
  const text = useText()
  const usual = asksForPasskey(session) ? KeyRound : ICONS[session.status]
  const Icon = isTold(session) ? CircleAlert : usual
  const cause = 'cause' in session ? session.cause?.code : undefined
  return (
    <span
      className={`${styles['pill']} ${styles[toneOf(session)]}`}
      data-testid="status"
      data-status={session.status}
      data-cause={cause}
      data-step={session.status === 'linking' ? session.passkey?.step : undefined}
    >
      <Icon size={17} aria-hidden className={Icon === LoaderCircle ? turning['turning'] : undefined} />
      {statusWord(session, text)}
    </span>
  )
}

/** Nothing goes on by itself before the person has done something. */
function asksForPasskey(session: SessionView): boolean {
  const step = session.status === 'linking' ? session.passkey?.step : undefined
  return step === 'offered' || step === 'comparing'
}
