import { Field } from '@base-ui/react/field'
import styles from './text-field.module.css'

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Takes the hint's place, so that nothing below moves. */
  readonly error: string | null
  readonly value: string
  readonly onChange: (value: string) => void
  readonly testId: string
  /** For names that a program gave. */
  readonly mono?: boolean
  /** Nobody who looks on reads it. */
  readonly secret?: boolean
  /** What it is for, where the label does not say it all. */
  readonly note?: string
}

export function TextField({
  name,
  label,
  hint,
  error,
  value,
  onChange,
  testId,
  mono = false,
  secret = false,
  note,
}: TextFieldProps) {
  return (
    <Field.Root className={styles['field']} name={name} invalid={error !== null}>
      <Field.Label className={styles['label']}>{label}</Field.Label>
      <Field.Control
        className={`${styles['control']} ${mono ? styles['mono'] : ''}`}
        type={secret ? 'password' : 'text'}
        value={value}
        onValueChange={onChange}
        autoComplete="off"
        spellCheck={false}
        data-testid={testId}
      />
      {note !== undefined && <Field.Description className={styles['note']}>{note}</Field.Description>}
      {error === null ? (
        <Field.Description className={styles['hint']}>{hint}</Field.Description>
      ) : (
        <Field.Error className={styles['error']} match>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  )
}
