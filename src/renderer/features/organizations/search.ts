import type { OrganizationView } from '../../../contract/session-view.ts'

/** From how many organizations on the list can be searched: fewer are seen at a glance. */
export const SEARCH_FROM = 10

/** Fewer digits than this are in every number. */
const TELLING_DIGITS = 2

/**
 * The organizations that a person may mean, in their order: all words of the query are in the name, whatever the
 * accents and the case; or the query is part of the session name, the id, or the number, however that is grouped.
 */
export function searched(
  organizations: readonly OrganizationView[],
  query: string,
): readonly OrganizationView[] {
  const words = plain(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return organizations
  const identifier = words.join(' ')
  const digits = /^[\d\s()+./-]+$/u.test(query) ? query.replace(/\D/g, '') : ''
  return organizations.filter(({ id, name, sessionName, lastNumber, session }) => {
    const number = session.status === 'online' ? session.number : (lastNumber ?? '')
    const plainName = plain(name)
    return (
      words.every((word) => plainName.includes(word)) ||
      plain(sessionName).includes(identifier) ||
      plain(id).includes(identifier) ||
      (digits.length >= TELLING_DIGITS && number.includes(digits))
    )
  })
}

/** Without accents and case: what somebody types in a hurry. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}
