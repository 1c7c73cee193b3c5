import { CircleAlert, CircleCheck, CircleMinus, LoaderCircle, type LucideIcon, QrCode } from 'lucide-react'
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
  const Icon = isTold(session) ? CircleAlert : ICONS[session.status]
  const cause = 'cause' in session ? session.cause?.code : undefined
  return (
    <span
      className={`${styles['pill']} ${styles[toneOf(session)]}`}
      data-testid="status"
      data-status={session.status}
      data-cause={cause}
    >
      <Icon size={17} aria-hidden className={Icon === LoaderCircle ? turning['turning'] : undefined} />
      {statusWord(session, text)}
    </span>
  )
}
