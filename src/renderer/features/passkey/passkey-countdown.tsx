import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { Countdown } from '../link/countdown.tsx'

interface PasskeyCountdownProps {
  readonly since: number
  readonly until: number
}

/** How long a step may still take. */
export function PasskeyCountdown({ since, until }: PasskeyCountdownProps) {
  const { passkey } = useText()
  return (
    <Countdown shownAt={since} expiresAt={until} testId="passkey-time-left">
      {passkey.left(remaining(until, useNow()))}
    </Countdown>
  )
}
