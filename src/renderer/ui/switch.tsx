import { Switch as BaseSwitch } from '@base-ui/react/switch'
import styles from './switch.module.css'

interface SwitchProps {
  readonly id: string
  /** Id of what names it, where that is more than its label. */
  readonly labelledBy: string
  readonly describedBy: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly testId: string
}

/** On or off, in force at once. */
export function Switch({ id, labelledBy, describedBy, checked, onChange, testId }: SwitchProps) {
  return (
    <BaseSwitch.Root
      id={id}
      className={styles['switch']}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      checked={checked}
      onCheckedChange={onChange}
      data-testid={testId}
    >
      <BaseSwitch.Thumb className={styles['thumb']} />
    </BaseSwitch.Root>
  )
}
