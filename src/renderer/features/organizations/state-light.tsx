import { Check, Ellipsis, ExclamationMark, type LucideIcon, Minus, RefreshCw } from 'lucide-react'
import type { SessionView, Status } from '../../../contract/session-view.ts'
import { isTold, toneOf } from '../../../contract/tone.ts'
import styles from './state-light.module.css'

const ICONS: Readonly<Record<Status, LucideIcon>> = {
  unlinked: Minus,
  starting: RefreshCw,
  scan: Ellipsis,
  linking: RefreshCw,
  online: Check,
  reconnecting: RefreshCw,
  stopped: Minus,
  attention: ExclamationMark,
  unavailable: ExclamationMark,
}

/** The light on an avatar; the word stands beside it. */
export function StateLight({ session }: { readonly session: SessionView }) {
  const Icon = isTold(session) ? ExclamationMark : ICONS[session.status]
  return (
    <span className={styles['light']} data-tone={toneOf(session)}>
      <Icon size={11} strokeWidth={3.2} aria-hidden />
    </span>
  )
}
