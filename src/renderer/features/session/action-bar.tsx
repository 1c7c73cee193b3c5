import type { ReactNode } from 'react'
import type { SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button, type ButtonProps } from '../../ui/button.tsx'
import { hasLadder } from '../repair/ladder.ts'
import { commandLabel, placeActions } from './actions.ts'
import { COMMAND_ICONS, COMMAND_TEST_IDS } from './command-icon.ts'
import { MoreMenu } from './more-menu.tsx'
import styles from './action-bar.module.css'
import type { Press } from './press.ts'

interface ActionBarProps {
  readonly session: SessionView
  readonly onCommand: (command: Press) => void
  /** What is offered here beside the session's own commands. */
  readonly children?: ReactNode
}

/** What can be pressed now: the primary first, what asks first in amber beside it, the rest after. */
export function ActionBar({ session, onCommand, children }: ActionBarProps) {
  const text = useText()
  const { primary, beside, more } = placeActions(session)
  return (
    <div className={styles['bar']}>
      {primary && (
        <Button
          look={primary === 'clear' ? 'clear-primary' : 'primary'}
          icon={COMMAND_ICONS[primary]}
          data-testid="primary-action"
          data-command={primary}
          onClick={() => onCommand(primary)}
        >
          <span data-testid={testIdOf(primary, session)}>{commandLabel(primary, session, text)}</span>
        </Button>
      )}
      {beside.map((command) => (
        <Button
          key={command}
          look={lookOf(command)}
          icon={COMMAND_ICONS[command]}
          data-testid={testIdOf(command, session)}
          data-command={command}
          onClick={() => onCommand(command)}
        >
          {commandLabel(command, session, text)}
        </Button>
      ))}
      {hasLadder(session) ? (
        <Button look="quiet" data-testid="more-options" onClick={() => onCommand('repair')}>
          {text.more}
        </Button>
      ) : (
        more.length > 0 && <MoreMenu commands={more} session={session} onCommand={onCommand} />
      )}
      {children}
    </div>
  )
}

function lookOf(command: SessionCommand): NonNullable<ButtonProps['look']> {
  return command === 'clear' ? 'clear' : 'outline'
}

/** A button is found by what it does, where that has a name; the primary one by that name as well. */
function testIdOf(command: SessionCommand, session: SessionView): string | undefined {
  if (command === 'retry' && session.status === 'reconnecting') return 'retry-now'
  if (command === 'cancel-link' && session.status === 'linking' && session.passkey) return 'passkey-cancel'
  return COMMAND_TEST_IDS[command]
}
