import type { OrganizationView } from '../contract/session-view.ts'

/**
 * Whom to select after the list changed: the same one; where it is gone, what took its place, or the one before.
 * A selection that was not in the list yet is on its way and stays.
 */
export function selectionAfter(
  before: readonly OrganizationView[],
  after: readonly OrganizationView[],
  selectedId: string | null,
): string | null {
  const place = before.findIndex(({ id }) => id === selectedId)
  const present = new Set(after.map(({ id }) => id))
  if (selectedId === null || place === -1 || present.has(selectedId)) return selectedId
  const stays = ({ id }: OrganizationView) => present.has(id)
  const next = before.slice(place + 1).find(stays) ?? before.slice(0, place).findLast(stays)
  return next?.id ?? null
}
