import { useState } from 'react'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { Countdown } from '../link/countdown.tsx'

/** How long a step may still take. Main tells its end alone, so the ring is full when the page first sees the step. */
export function PasskeyCountdown({ until }: { readonly until: number }) {
  const { passkey } = useText()
  const now = useNow()
  const [seenAt] = useState(Date.now)
  return (
    <Countdown shownAt={seenAt} expiresAt={until} testId="passkey-time-left">
      {passkey.left(remaining(until, now))}
    </Countdown>
  )
}
