import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'
import { useText } from '../../hooks/use-text.ts'
import styles from './log-switch.module.css'

interface LogSwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Keeps the technical log out of sight of those who do not need it. */
export function LogSwitch({ on, onChange }: LogSwitchProps) {
  const { technicalLog } = useText()
  const id = useId()
  const whyId = useId()
  return (
    <div className={styles['setting']}>
      <label htmlFor={id} className={styles['words']}>
        <span className={styles['title']}>{technicalLog.show}</span>
        <span id={whyId} className={styles['why']}>
          {technicalLog.why}
        </span>
      </label>
      <Switch.Root
        id={id}
        className={styles['switch']}
        checked={on}
        aria-label={technicalLog.show}
        aria-describedby={whyId}
        data-testid="technical-log"
        onCheckedChange={onChange}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
    </div>
  )
}
