import { Field } from '@base-ui/react/field'
import type { Ref } from 'react'
import { PIN_MAX_DIGITS } from '../../contract/pin.ts'
import styles from './field.module.css'
import { LabelledField } from './labelled-field.tsx'

interface PinFieldProps {
  readonly label: string
  readonly hint: string
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
    <LabelledField label={label} hint={hint} error={error} alert>
      <Field.Control
        ref={ref}
        className={`${styles['control']} ${styles['digits']}`}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_MAX_DIGITS}
        value={value}
        onValueChange={(typed) => onChange(typed.replace(/\D/g, ''))}
        readOnly={readOnly}
        data-testid={testId}
      />
    </LabelledField>
  )
}
