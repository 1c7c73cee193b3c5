import { Field } from '@base-ui/react/field'
import type { Ref } from 'react'
import { PIN_MAX_DIGITS } from '../../contract/pin.ts'
import styles from './pin-field.module.css'

interface PinFieldProps {
  readonly label: string
  readonly hint: string
  /** Takes the hint's place, so that nothing below moves. */
  readonly error: string | null
  readonly value: string
  readonly onChange: (digits: string) => void
  readonly testId: string
  /** Nothing can be typed now. */
  readonly readOnly?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** Takes digits and nothing else, and shows none of them. */
export function PinField({ label, hint, error, value, onChange, testId, readOnly, ref }: PinFieldProps) {
  return (
    <Field.Root className={styles['field']} invalid={error !== null}>
      <Field.Label className={styles['label']}>{label}</Field.Label>
      <Field.Control
        ref={ref}
        className={styles['control']}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_MAX_DIGITS}
        value={value}
        onValueChange={(typed) => onChange(typed.replace(/\D/g, ''))}
        readOnly={readOnly}
        data-testid={testId}
      />
      {error === null ? (
        <Field.Description className={styles['hint']}>{hint}</Field.Description>
      ) : (
        <Field.Error className={styles['error']} match role="alert">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  )
}
