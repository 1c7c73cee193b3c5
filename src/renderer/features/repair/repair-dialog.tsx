import type { SessionCommand } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { OrganizationDialogProps } from '../../ui/organization-dialog.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { commandLabel, placeActions } from '../session/actions.ts'
import { COMMAND_ICONS, COMMAND_TEST_IDS } from '../session/command-icon.ts'
import { ladderOf } from './ladder.ts'
import styles from './repair-dialog.module.css'
import { RungItem } from './rung-item.tsx'

interface RepairDialogProps extends OrganizationDialogProps {
  readonly onCommand: (command: SessionCommand) => void
}

/** Every way to mend a session, from least to most, each with its price; and what else is out of the way. */
export function RepairDialog({ organization, open, onClose, onCommand }: RepairDialogProps) {
  const text = useText()
  const { name, session } = organization
  const cause = 'cause' in session ? session.cause : null
  const rungs = ladderOf(session)
  const { more } = placeActions(session)
  const others = more.filter((command) => !rungs.some((rung) => rung.command === command))
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={text.repair.title(name)}
      corner={cause && <SupportCode cause={cause.code} />}
      testId="repair"
      wide
    >
      <p className={styles['intro']}>{text.repair.intro}</p>
      <ol className={styles['ladder']}>
        {rungs.map((rung) => (
          <RungItem
            key={rung.name}
            rung={rung}
            snapshotAt={session.snapshotAt}
            testId={rung.name === 'clear' && more.includes('clear') ? 'clear-session' : undefined}
            onCommand={onCommand}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <div className={styles['others']} role="group" aria-label={text.repair.others}>
          {others.map((command) => (
            <Button
              key={command}
              look="quiet"
              icon={COMMAND_ICONS[command]}
              data-testid={COMMAND_TEST_IDS[command]}
              onClick={() => onCommand(command)}
            >
              {commandLabel(command, session, text)}
            </Button>
          ))}
        </div>
      )}
    </Sheet>
  )
}
