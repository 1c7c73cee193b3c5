import { useId } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { Switch } from '../../ui/switch.tsx'
import styles from './log-switch.module.css'

interface LogSwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Keeps the technical log out of sight of those who do not need it. */
export function LogSwitch({ on, onChange }: LogSwitchProps) {
  const { technicalLog } = useText()
  const id = useId()
  const nameId = useId()
  const whyId = useId()
  return (
    <div className={styles['setting']}>
      <label htmlFor={id} className={styles['words']}>
        <span id={nameId} className={styles['title']}>
          {technicalLog.show}
        </span>
        <span id={whyId} className={styles['why']}>
          {technicalLog.why}
        </span>
      </label>
      <Switch
        id={id}
        labelledBy={nameId}
        describedBy={whyId}
        checked={on}
        onChange={onChange}
        testId="technical-log"
      />
    </div>
  )
}
