import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import styles from './field.module.css'

export interface LabelledFieldProps {
  readonly name?: string
  readonly label: string
  readonly hint: string
  /** Takes the hint's place, so that nothing below moves. */
  readonly error: string | null
  /** The error is read out at once; otherwise with the field, where the focus goes back to it. */
  readonly alert?: boolean
  /** What it is for, where the label does not say it all. */
  readonly note?: string
  /** Where it is typed. */
  readonly children: ReactNode
}

/** What is typed, with its label above it, and below it a hint or what is wrong. */
export function LabelledField({ name, label, hint, error, alert, note, children }: LabelledFieldProps) {
  return (
    <Field.Root className={styles['field']} name={name} invalid={error !== null}>
      <Field.Label className={styles['label']}>{label}</Field.Label>
      {children}
      {note !== undefined && <Field.Description className={styles['note']}>{note}</Field.Description>}
      {error === null ? (
        <Field.Description className={styles['hint']}>{hint}</Field.Description>
      ) : (
        <Field.Error className={styles['error']} match role={alert ? 'alert' : undefined}>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  )
}
