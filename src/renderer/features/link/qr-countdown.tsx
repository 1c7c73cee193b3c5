import type { QrView } from '../../../contract/session-view.ts'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './qr-countdown.module.css'

const RADIUS = 14
const LENGTH = 2 * Math.PI * RADIUS

/** A ring that empties until the next code, and the same in words. */
export function QrCountdown({ qr }: { readonly qr: QrView }) {
  const { link } = useText()
  const now = useNow()
  const left = Math.min(1, Math.max(0, (qr.expiresAt - now) / (qr.expiresAt - qr.shownAt)))
  return (
    <div className={styles['countdown']} data-testid="qr-countdown">
      <svg className={styles['ring']} viewBox="0 0 34 34" width={34} height={34} aria-hidden key={qr.index}>
        <circle className={styles['track']} cx={17} cy={17} r={RADIUS} />
        <circle
          className={styles['left']}
          cx={17}
          cy={17}
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - left)}
        />
      </svg>
      {link.progress(qr.index, qr.of, remaining(qr.expiresAt, now))}
    </div>
  )
}
