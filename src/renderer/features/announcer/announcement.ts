import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { statusWord } from '../../../text/status-word.ts'
import { toneOf } from '../../../contract/tone.ts'
import { passkeySpoken } from '../passkey/passkey-words.ts'

/**
 * What a screen reader is told between two states of the list, or null. Every change of the organization in view
 * is said; of the others only what needs a person, and that it is well again: anything more would be noise.
 */
export function announcement(
  before: readonly OrganizationView[],
  after: readonly OrganizationView[],
  selectedId: string | null,
  text: Text,
): string | null {
  const known = new Map(before.map((organization) => [organization.id, organization.session]))
  const said = after.flatMap(({ id, name, session }) => {
    const previous = known.get(id)
    if (!previous || words(previous, text) === words(session, text)) return []
    const worthSaying =
      id === selectedId || isTrouble(session) || (isTrouble(previous) && session.status === 'online')
    return worthSaying ? [text.announce(name, words(session, text))] : []
  })
  return said.length > 0 ? said.join('. ') : null
}

function words(session: SessionView, text: Text): string {
  if (session.status === 'starting') return text.starting[session.activity].title
  if (session.status === 'linking' && session.passkey) return passkeySpoken(session.passkey, text)
  const cause = 'cause' in session ? session.cause : null
  const word = statusWord(session, text)
  return cause ? `${word}. ${text.causes[cause.code].title}` : word
}

function isTrouble(session: SessionView): boolean {
  return toneOf(session) === 'attention'
}
