import type { OrganizationView } from '../contract/session-view.ts'
import type { Text } from './es.ts'
import { TONES } from '../contract/tone.ts'

/** "3 conectadas", "1 necesita atención": how many are well, and how many wait for a person, if any do. */
export function summary(organizations: readonly OrganizationView[], text: Text): readonly string[] {
  const count = (tone: string) => organizations.filter(({ session }) => TONES[session.status] === tone).length
  const connected = count('connected')
  const attention = count('attention')
  const words = text.organizations.summary
  return [
    connected > 0 ? words.connected(connected) : words.none,
    ...(attention > 0 ? [words.attention(attention)] : []),
  ]
}
