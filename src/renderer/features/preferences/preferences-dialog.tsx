import { Tabs } from '@base-ui/react/tabs'
import { useText } from '../../hooks/use-text.ts'
import { PREFERENCES_PANELS, type PreferencesPanel, useEnlace } from '../../store.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ComputerPanel } from './computer-panel.tsx'
import { GeneralPanel } from './general-panel.tsx'
import { KeepingPanel } from './keeping-panel.tsx'
import { NetworkPanel } from './network-panel.tsx'
import { SecurityPanel } from './security-panel.tsx'
import styles from './preferences-dialog.module.css'

interface PreferencesDialogProps {
  readonly open: boolean
  /** The section that it opens with. */
  readonly panel: PreferencesPanel
  readonly onClose: () => void
}

/** What can be set. Each choice is in force at once, so there is nothing to save. */
export function PreferencesDialog({ open, panel: first, onClose }: PreferencesDialogProps) {
  const { title, tabs } = useText().preferences
  const practice = useEnlace(({ environment }) => environment?.practice ?? false)
  // Practice ends with its window, and so has nothing to do beside it.
  const panels = PREFERENCES_PANELS.filter((panel) => !practice || panel !== 'computer')
  return (
    <Sheet open={open} onClose={onClose} title={title} initialFocus='[role="tab"][aria-selected="true"]' wide>
      <Tabs.Root className={styles['tabs']} defaultValue={first}>
        <Tabs.List className={styles['list']}>
          {panels.map((panel) => (
            <Tabs.Tab
              key={panel}
              className={styles['tab']}
              value={panel}
              data-testid={`preferences-${panel}`}
            >
              {tabs[panel]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map((panel) => (
          <Tabs.Panel key={panel} className={styles['panel']} value={panel}>
            {contentOf(panel, onClose)}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Sheet>
  )
}

function contentOf(panel: PreferencesPanel, onClose: () => void) {
  switch (panel) {
    case 'general':
      return <GeneralPanel />
    case 'computer':
      return <ComputerPanel />
    case 'security':
      return <SecurityPanel />
    case 'network':
      return <NetworkPanel />
    case 'keeping':
      return <KeepingPanel onDone={onClose} />
  }
}
