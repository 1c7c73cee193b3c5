import { Tabs } from '@base-ui/react/tabs'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ComputerPanel } from './computer-panel.tsx'
import { GeneralPanel } from './general-panel.tsx'
import { KeepingPanel } from './keeping-panel.tsx'
import { SecurityPanel } from './security-panel.tsx'
import styles from './preferences-dialog.module.css'

interface PreferencesDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** In the order of the tabs; what is kept comes last, because its list may be long. */
const PANELS = ['general', 'computer', 'security', 'keeping'] as const
type Panel = (typeof PANELS)[number]

/** What can be set. Each choice is in force at once, so there is nothing to save. */
export function PreferencesDialog({ open, onClose }: PreferencesDialogProps) {
  const { title, tabs } = useText().preferences
  const practice = useEnlace(({ environment }) => environment?.practice ?? false)
  // Practice ends with its window, and so has nothing to do beside it.
  const panels = PANELS.filter((panel) => !practice || panel !== 'computer')
  return (
    <Sheet open={open} onClose={onClose} title={title} initialFocus='[role="tab"]' wide>
      <Tabs.Root className={styles['tabs']} defaultValue="general">
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

function contentOf(panel: Panel, onClose: () => void) {
  switch (panel) {
    case 'general':
      return <GeneralPanel />
    case 'computer':
      return <ComputerPanel />
    case 'security':
      return <SecurityPanel />
    case 'keeping':
      return <KeepingPanel onDone={onClose} />
  }
}
