import { type SubmitEvent, useRef, useState } from 'react'
import type { ErrorCode, Failure } from '../../contract/result.ts'
import { useText } from '../hooks/use-text.ts'
import { Button, type ButtonProps } from './button.tsx'
import { FailureLine } from './failure-line.tsx'
import styles from './one-field-form.module.css'
import { SheetActions } from './sheet.tsx'
import { TextField } from './text-field.tsx'

interface OneFieldFormProps {
  readonly label: string
  readonly hint: string
  readonly initial: string
  readonly testId: string
  readonly confirm: string
  readonly confirmTestId: string
  readonly look?: ButtonProps['look']
  /** Refusals that are about what was typed; any other is said below. */
  readonly aboutField: readonly ErrorCode[]
  readonly onSubmit: (value: string) => Promise<Failure | null>
  readonly onClose: () => void
}

/** One thing to type, in a sheet. What main refuses is said beside the field, and what was typed stays. */
export function OneFieldForm({
  label,
  hint,
  initial,
  testId,
  confirm,
  confirmTestId,
  look = 'primary',
  aboutField,
  onSubmit,
  onClose,
}: OneFieldFormProps) {
  const text = useText()
  const [value, setValue] = useState(initial)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const inField = refusal !== null && aboutField.includes(refusal.code)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    const refused = await onSubmit(value)
    sending.current = false
    if (refused === null) {
      onClose()
      return
    }
    setRefusal(refused)
    form.current?.querySelector('input')?.focus()
  }

  return (
    <form className={styles['form']} ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        name="value"
        label={label}
        hint={hint}
        error={inField ? text.errors[refusal.code](refusal.params) : null}
        value={value}
        onChange={setValue}
        testId={testId}
      />
      <FailureLine failure={inField ? null : refusal} />
      <SheetActions>
        <Button type="button" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" look={look} data-testid={confirmTestId}>
          {confirm}
        </Button>
      </SheetActions>
    </form>
  )
}
