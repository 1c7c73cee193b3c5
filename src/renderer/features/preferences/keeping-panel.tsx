import { CLEAN_AFTER_DAYS, QUARANTINE_DAYS, SNAPSHOT_DAYS } from '../../../contract/preferences.ts'
import { useText } from '../../hooks/use-text.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { Protection } from './protection.tsx'
import { QuarantineList } from './quarantine-list.tsx'

/** What guards the keys, for how long what was put aside is kept, and what is being kept. */
export function KeepingPanel({ onDone }: { readonly onDone: () => void }) {
  const { quarantine, cleaning, preferences } = useText()
  const { snapshotDays } = preferences
  return (
    <>
      <Protection />
      <ChoiceSetting
        name="snapshotDays"
        choices={SNAPSHOT_DAYS}
        title={snapshotDays.title}
        why={snapshotDays.why}
        label={snapshotDays.every}
        testId="snapshot-days"
      />
      <ChoiceSetting
        name="quarantineDays"
        choices={QUARANTINE_DAYS}
        title={quarantine.days}
        why={quarantine.daysWhy}
        label={quarantine.forDays}
        testId="quarantine-days"
      />
      <QuarantineList onDone={onDone} />
      <ChoiceSetting
        name="cleanAfterDays"
        choices={CLEAN_AFTER_DAYS}
        title={cleaning.title}
        why={cleaning.why}
        label={(days) => (days === null ? cleaning.never : cleaning.after(days))}
        testId="clean-after"
      />
    </>
  )
}
