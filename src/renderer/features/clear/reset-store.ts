import { create } from 'zustand'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { commandSession, useEnlace } from '../../store.ts'
import { openedReset, pressedReset, releasedReset, type Reset, resetAfter } from './reset.ts'

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
export async function confirmReset({ id, session }: OrganizationView): Promise<void> {
  const reset = useResets.getState()[id]
  if (reset?.stage !== 'asking') return
  put(id, pressedReset(reset, session))
  if (await commandSession(id, 'clear')) return
  const sent = useResets.getState()[id]
  if (sent) put(id, releasedReset(sent))
}

export function closeReset(organizationId: string): void {
  const { [organizationId]: _closed, ...others } = useResets.getState()
  useResets.setState(others, true)
}

function put(organizationId: string, reset: Reset): void {
  if (useResets.getState()[organizationId] !== reset) useResets.setState({ [organizationId]: reset })
}
