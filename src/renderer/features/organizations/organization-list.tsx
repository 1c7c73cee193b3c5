import { selectedOrganization, useEnlace } from '../../store.ts'
import styles from './organization-list.module.css'
import { OrganizationItem } from './organization-item.tsx'

/** The organizations in their fixed order: rows never move under the mouse. */
export function OrganizationList() {
  const organizations = useEnlace((state) => state.organizations)
  const selected = useEnlace(selectedOrganization)
  return (
    <ul className={styles['list']}>
      {organizations.map((organization) => (
        <li key={organization.id}>
          <OrganizationItem organization={organization} selected={organization.id === selected?.id} />
        </li>
      ))}
    </ul>
  )
}
