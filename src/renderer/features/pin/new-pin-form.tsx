import { type SubmitEvent, useLayoutEffect, useRef, useState } from 'react'
import { PIN } from '../../../contract/pin.ts'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { setPin } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import styles from './new-pin-form.module.css'

interface NewPinFormProps {
  readonly onSaved: () => void
  readonly onCancel: () => void
}

/** The new PIN twice, because nobody sees what is typed. Main asks for the present one by itself. */
export function NewPinForm({ onSaved, onCancel }: NewPinFormProps) {
  const text = useText()
  const words = text.pin
  const [pin, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [complaint, setComplaint] = useState<'malformed' | 'different' | null>(null)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const [saving, setSaving] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  // At once: the button that opened it is gone, and the dialog would take the focus that it has lost.
  useLayoutEffect(() => {
    first.current?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (saving) return
    const found = !PIN.test(pin) ? 'malformed' : again !== pin ? 'different' : null
    setComplaint(found)
    setRefusal(null)
    if (found !== null) {
      const field = found === 'malformed' ? first : second
      field.current?.focus()
      return
    }
    setSaving(true)
    const refused = await setPin(pin)
    setSaving(false)
    setRefusal(refused)
    if (refused === null) onSaved()
  }

  return (
    <form className={styles['form']} ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles['fields']}>
        <PinField
          ref={first}
          label={words.new}
          hint={words.newHint}
          error={complaint === 'malformed' ? words.malformed : null}
          value={pin}
          onChange={setTyped}
          testId="new-pin"
        />
        <PinField
          ref={second}
          label={words.repeat}
          hint={words.repeatHint}
          error={complaint === 'different' ? words.different : null}
          value={again}
          onChange={setAgain}
          testId="repeat-pin"
        />
      </div>
      <FailureLine failure={refusal} />
      <div className={styles['actions']}>
        <Button type="button" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button type="submit" look="primary" data-testid="save-pin" disabled={saving} focusableWhenDisabled>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
