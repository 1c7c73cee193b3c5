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
          <span data-testid={primaryTestId(primary, session)}>{commandLabel(primary, session, text)}</span>
        </Button>
      )}
      {beside.map((command) => (
        <Button
          key={command}
          look={lookOf(command)}
          icon={COMMAND_ICONS[command]}
          data-testid={COMMAND_TEST_IDS[command]}
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

/** The primary button is found by that name, and by what it does where that has a name too. */
function primaryTestId(primary: SessionCommand, { status }: SessionView): string | undefined {
  if (primary === 'retry' && status === 'reconnecting') return 'retry-now'
  return COMMAND_TEST_IDS[primary]
}
