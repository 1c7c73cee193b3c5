import { Tabs } from '@base-ui/react/tabs'
import { useText } from '../../hooks/use-text.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { GeneralPanel } from './general-panel.tsx'
import { KeepingPanel } from './keeping-panel.tsx'
import styles from './preferences-dialog.module.css'

interface PreferencesDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What can be set. Each choice is in force at once, so there is nothing to save. */
export function PreferencesDialog({ open, onClose }: PreferencesDialogProps) {
  const { preferences } = useText()
  return (
    <Sheet open={open} onClose={onClose} title={preferences.title} initialFocus='[role="tab"]' wide>
      <Tabs.Root className={styles['tabs']} defaultValue="general">
        <Tabs.List className={styles['list']}>
          <Tabs.Tab className={styles['tab']} value="general" data-testid="preferences-general">
            {preferences.tabs.general}
          </Tabs.Tab>
          <Tabs.Tab className={styles['tab']} value="keeping" data-testid="preferences-keeping">
            {preferences.tabs.keeping}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel className={styles['panel']} value="general">
          <GeneralPanel />
        </Tabs.Panel>
        <Tabs.Panel className={styles['panel']} value="keeping">
          <KeepingPanel onDone={onClose} />
        </Tabs.Panel>
      </Tabs.Root>
    </Sheet>
  )
}
