import type { OrganizationView } from '../../../contract/session-view.ts'
import { toneOf } from '../../../contract/tone.ts'

/** It waits for a person. */
export function inTrouble({ session }: OrganizationView): boolean {
  return toneOf(session) === 'attention'
}

/**
 * Whom the list shows while it shows only trouble: who is in trouble, and who was since the list was narrowed. What
 * has become well stays, with its new light, so that no row vanishes under the mouse.
 *
 * @returns `since` itself where nobody is new
 */
export function troubledSince(
  organizations: readonly OrganizationView[],
  since: ReadonlySet<string>,
): ReadonlySet<string> {
  const added = organizations.filter((organization) => inTrouble(organization) && !since.has(organization.id))
  return added.length === 0 ? since : new Set([...since, ...added.map(({ id }) => id)])
}
