import { type RefObject, useEffect } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { selectedOrganization, useEnlace } from '../../store.ts'
import styles from './organization-list.module.css'
import { OrganizationItem } from './organization-item.tsx'

interface OrganizationListProps {
  readonly organizations: readonly OrganizationView[]
  readonly list: RefObject<HTMLUListElement | null>
  /** A row was pressed. */
  readonly onPicked?: (() => void) | undefined
}

/** The organizations in their fixed order: rows never move under the mouse. */
export function OrganizationList({ organizations, list, onPicked }: OrganizationListProps) {
  const selectedId = useEnlace((state) => selectedOrganization(state)?.id ?? null)
  const reachableId = organizations.some(({ id }) => id === selectedId) ? selectedId : organizations[0]?.id

  useEffect(() => {
    // What somebody presses in the list is where they look already.
    if (list.current?.contains(document.activeElement)) return
    const row = list.current?.querySelector('[aria-current]')
    if (list.current && row && !isWithin(row, list.current)) row.scrollIntoView({ block: 'nearest' })
  }, [list, selectedId])

  return (
    <ul className={styles['list']} ref={list}>
      {organizations.map((organization) => (
        <li key={organization.id}>
          <OrganizationItem
            organization={organization}
            selected={organization.id === selectedId}
            reachable={organization.id === reachableId}
            onPicked={onPicked}
          />
        </li>
      ))}
    </ul>
  )
}

/** Scrolling also moves where the Tab key starts from, so what is in view is left alone. */
function isWithin(row: Element, list: Element): boolean {
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}
