import { Field } from '@base-ui/react/field'
import styles from './field.module.css'
import { LabelledField, type LabelledFieldProps } from './labelled-field.tsx'

interface TextFieldProps extends Omit<LabelledFieldProps, 'alert' | 'children'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly testId: string
  /** For names that a program gave. */
  readonly mono?: boolean
  /** Nobody who looks on reads it. */
  readonly secret?: boolean
}

export function TextField({
  value,
  onChange,
  testId,
  mono = false,
  secret = false,
  ...about
}: TextFieldProps) {
  return (
    <LabelledField {...about}>
      <Field.Control
        className={`${styles['control']} ${mono ? styles['mono'] : ''}`}
        type={secret ? 'password' : 'text'}
        value={value}
        onValueChange={onChange}
        autoComplete="off"
        spellCheck={false}
        data-testid={testId}
      />
    </LabelledField>
  )
}
