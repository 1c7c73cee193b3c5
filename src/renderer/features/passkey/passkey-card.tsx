import type { PasskeyView } from '../../../contract/passkey.ts'
import type { SessionView } from '../../../contract/session-view.ts'
import { ActionBar } from '../session/action-bar.tsx'
import type { Press } from '../session/press.ts'
import { StateCard } from '../session/state-card.tsx'

interface PasskeyCardProps {
  readonly session: Extract<SessionView, { status: 'linking' }>
  readonly passkey: PasskeyView
  readonly onCommand: (command: Press) => void
}

/** WhatsApp wants the owner's passkey: what to do with it, and what the phone shows meanwhile. */
export function PasskeyCard({ session, passkey, onCommand }: PasskeyCardProps) {
  return (
    <StateCard session={session} title={passkey.step}>
      <ActionBar session={session} onCommand={onCommand} />
    </StateCard>
  )
}
