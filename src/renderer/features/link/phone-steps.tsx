import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import styles from './phone-steps.module.css'

/** What to do on the phone, in WhatsApp's own words; the end of the way depends on how the code gets there. */
export function PhoneSteps({ last }: { readonly last: readonly string[] }) {
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
      {last.map((step) => (
        <li key={step}>
          <p>
            <Rich text={step} />
          </p>
        </li>
      ))}
      <li>
        <p>
          <Rich text={steps.warning} />
        </p>
      </li>
    </ol>
  )
}
