import type { QrView } from '../../../contract/session-view.ts'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { Countdown } from './countdown.tsx'

/** Which of the granted codes this is, and how long until the next. */
export function QrCountdown({ qr: { index, of, shownAt, expiresAt } }: { readonly qr: QrView }) {
  const { link } = useText()
  const now = useNow()
  return (
    <Countdown shownAt={shownAt} expiresAt={expiresAt} testId="qr-countdown">
      {link.progress(index, of, remaining(expiresAt, now))}
    </Countdown>
  )
}
