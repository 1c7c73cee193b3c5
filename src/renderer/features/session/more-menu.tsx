import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { commandLabel } from './actions.ts'
import { COMMAND_ICONS, COMMAND_TEST_IDS } from './command-icon.ts'
import { popupsHome } from '../../ui/popups-home.ts'
import styles from '../../ui/menu.module.css'
import type { Press } from './press.ts'

interface MoreMenuProps {
  readonly commands: readonly SessionCommand[]
  readonly session: SessionView
  readonly onCommand: (command: Press) => void
}

export function MoreMenu({ commands, session, onCommand }: MoreMenuProps) {
  const text = useText()
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button data-testid="more-options" />}>
        {text.more}
        <ChevronDown size={17} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={popupsHome}>
        <Menu.Positioner sideOffset={6} align="start" className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {commands.map((command) => {
              const Icon = COMMAND_ICONS[command]
              return (
                <Menu.Item
                  key={command}
                  className={`${styles['item']} ${command === 'clear' ? styles['clear'] : ''}`}
                  data-testid={COMMAND_TEST_IDS[command]}
                  onClick={() => onCommand(command)}
                >
                  <Icon size={17} aria-hidden />
                  {commandLabel(command, session, text)}
                </Menu.Item>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
