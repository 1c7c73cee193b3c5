import type { OrganizationView } from '../contract/session-view.ts'
import { toneOf } from '../contract/tone.ts'
import type { Text } from './es/text.ts'

/** What the line over the list says. */
export interface Summary {
  /** "3 conectadas". */
  readonly connected: string
  /** "1 necesita atención"; null where nobody does. */
  readonly attention: string | null
}

/** How many are well, and how many wait for a person, if any do. */
export function summary(organizations: readonly OrganizationView[], text: Text): Summary {
  const connected = organizations.filter(({ session }) => session.status === 'online').length
  const attention = organizations.filter(({ session }) => toneOf(session) === 'attention').length
  const words = text.organizations.summary
  return {
    // Beside another count, a short one: the line has to fit.
    connected: connected + attention > 0 ? words.connected(connected) : words.none,
    attention: attention > 0 ? words.attention(attention) : null,
  }
}
