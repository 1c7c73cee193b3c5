import { Menu } from '@base-ui/react/menu'
import { ChartNoAxesColumn, Ellipsis, FolderOutput, FolderX, PencilLine, Trash2 } from 'lucide-react'
import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import menu from '../../ui/menu.module.css'
import { popupsHome } from '../../ui/popups-home.ts'
import styles from './organization-header.module.css'

interface OrganizationHeaderProps {
  readonly organization: OrganizationView
  readonly onActivity: () => void
  readonly onRename: () => void
  readonly onExport: () => void
  readonly onDeleteSource: () => void
  readonly onRemove: () => void
}

/** Which organization this is, under both its names, and what concerns it rather than its session. */
export function OrganizationHeader({
  organization,
  onActivity,
  onRename,
  onExport,
  onDeleteSource,
  onRemove,
}: OrganizationHeaderProps) {
  const { history, organizations, exportSession, source, removeOrganization } = useText()
  const { name, sessionName, session } = organization
  return (
    <header className={styles['header']}>
      <div className={styles['names']}>
        <h1 className={styles['name']} title={name} dir="auto">
          {name}
        </h1>
        <span className={styles['session-name']}>{sessionName}</span>
      </div>
      <button type="button" className={styles['activity']} data-testid="activity" onClick={onActivity}>
        <ChartNoAxesColumn size={18} aria-hidden />
        {history.open}
      </button>
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              className={styles['options']}
              icon={Ellipsis}
              iconSize={20}
              size="line"
              label={organizations.options(name)}
              data-testid="more-organization"
            />
          }
        />
        <Menu.Portal container={popupsHome}>
          <Menu.Positioner sideOffset={4} align="end" className={menu['positioner']}>
            <Menu.Popup className={menu['popup']}>
              <Menu.Item className={menu['item']} data-testid="rename-organization" onClick={onRename}>
                <PencilLine size={17} aria-hidden />
                {organizations.rename}
              </Menu.Item>
              <Menu.Item
                className={menu['item']}
                data-testid="export-session"
                disabled={!hasLink(session)}
                onClick={onExport}
              >
                <FolderOutput size={17} aria-hidden />
                {exportSession.menu}
              </Menu.Item>
              {session.source && (
                <Menu.Item className={menu['item']} data-testid="delete-kept-source" onClick={onDeleteSource}>
                  <FolderX size={17} aria-hidden />
                  {source.menu}
                </Menu.Item>
              )}
              <Menu.Separator className={menu['separator']} />
              <Menu.Item
                className={`${menu['item']} ${menu['danger']}`}
                data-testid="remove-organization"
                onClick={onRemove}
              >
                <Trash2 size={17} aria-hidden />
                {removeOrganization.menu}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </header>
  )
}

/** Before a scan there is nothing to take anywhere. */
function hasLink({ status }: SessionView): boolean {
  return status !== 'unlinked' && status !== 'scan' && status !== 'linking'
}
