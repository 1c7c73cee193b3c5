import { Check, Ellipsis, ExclamationMark, type LucideIcon, Minus, RefreshCw } from 'lucide-react'
import type { Status } from '../../../contract/session-view.ts'
import { TONES } from '../../../contract/tone.ts'
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
export function StateLight({ status }: { readonly status: Status }) {
  const Icon = ICONS[status]
  return (
    <span className={styles['light']} data-tone={TONES[status]}>
      <Icon size={11} strokeWidth={3.2} aria-hidden />
    </span>
  )
}
