import { Menu } from '@base-ui/react/menu'
import { Ellipsis, PencilLine } from 'lucide-react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import menu from '../../ui/menu.module.css'
import styles from './organization-header.module.css'

interface OrganizationHeaderProps {
  readonly organization: OrganizationView
  readonly onRename: () => void
}

/** Which organization this is, under both its names, and what concerns it rather than its session. */
export function OrganizationHeader({ organization, onRename }: OrganizationHeaderProps) {
  const { organizations } = useText()
  const { name, sessionName } = organization
  return (
    <header className={styles['header']}>
      <div className={styles['names']}>
        <h1 className={styles['name']}>{name}</h1>
        <span className={styles['session-name']}>{sessionName}</span>
      </div>
      <Menu.Root>
        <Menu.Trigger
          className={styles['options']}
          aria-label={organizations.options(name)}
          data-testid="more-organization"
        >
          <Ellipsis size={20} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={menu['positioner']}>
            <Menu.Popup className={menu['popup']}>
              <Menu.Item className={menu['item']} data-testid="rename-organization" onClick={onRename}>
                <PencilLine size={17} aria-hidden />
                {organizations.rename}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </header>
  )
}
