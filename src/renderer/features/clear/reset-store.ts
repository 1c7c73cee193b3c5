import { create } from 'zustand'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { commandSession, useEnlace } from '../../store.ts'
import { answeredReset, openedReset, pressedReset, type Reset, resetAfter } from './reset.ts'

type Resets = Readonly<Record<string, Reset>>

/** The guided resets that are open, by organization: another one may be looked at meanwhile. */
const useResets = create<Resets>()(() => ({}))

useEnlace.subscribe(({ organizations }) => {
  const resets = useResets.getState()
  for (const { id, session } of organizations) {
    const reset = resets[id]
    if (reset) put(id, resetAfter(reset, session))
  }
})

/** The guided reset of an organization, or null. */
export function useReset(organizationId: string): Reset | null {
  return useResets((resets) => resets[organizationId]) ?? null
}

/** The first click. */
export function openReset({ id, session }: OrganizationView): void {
  put(id, openedReset(session))
}

/** The second click; a third one, while it is on its way, is none. */
export async function confirmReset(id: string): Promise<void> {
  const reset = useResets.getState()[id]
  if (reset?.stage !== 'asking') return
  put(id, pressedReset(reset))
  const accepted = await commandSession(id, 'clear')
  const sent = useResets.getState()[id]
  const now = useEnlace.getState().organizations.find((organization) => organization.id === id)
  if (sent && now) put(id, answeredReset(sent, now.session, accepted))
}

export function closeReset(organizationId: string): void {
  const { [organizationId]: _closed, ...others } = useResets.getState()
  useResets.setState(others, true)
}

function put(organizationId: string, reset: Reset): void {
  if (useResets.getState()[organizationId] !== reset) useResets.setState({ [organizationId]: reset })
}
