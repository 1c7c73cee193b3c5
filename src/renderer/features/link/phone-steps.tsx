import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import styles from './phone-steps.module.css'

/** The three things to do on the phone, in WhatsApp's own words. */
export function PhoneSteps() {
  const { steps } = useText().link
  return (
    <ol className={styles['steps']}>
      <li>
        <p>
          <Rich text={steps.open} />
        </p>
      </li>
      <li>
        <p>
          <Rich text={steps.devices} />
        </p>
        <p className={styles['iphone']}>{steps.devicesOnIphone}</p>
      </li>
      <li>
        <p>
          <Rich text={steps.link} />
        </p>
      </li>
    </ol>
  )
}
