import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { PIN } from '../../../contract/pin.ts'
import { remaining } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../hooks/use-text.ts'
import { answerPin, giveUpPin, type PinPrompt } from '../../pin-prompt.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { SheetActions } from '../../ui/sheet.tsx'
import { ForgottenPin } from './forgotten-pin.tsx'
import styles from './pin-form.module.css'

/** One try. The next one begins with an empty field and says what became of this one. */
export function PinForm({ prompt: { refusal, checking, asked } }: { readonly prompt: PinPrompt }) {
  const text = useText()
  const words = text.pin
  const now = useNow()
  const [pin, setPin] = useState('')
  const [malformed, setMalformed] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked > 1) field.current?.focus()
  }, [asked])

  const until = Number(refusal.params['until'] ?? 0)
  const waiting = now < until
  const error = malformed
    ? words.malformed
    : tried(refusal.code)
      ? text.errors[refusal.code](refusal.params)
      : null

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (waiting || checking) return
    setMalformed(!PIN.test(pin))
    if (PIN.test(pin)) answerPin(pin)
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <PinField
        ref={field}
        label={words.label}
        hint={words.newHint}
        error={error}
        value={pin}
        onChange={setPin}
        readOnly={waiting || checking}
        testId="pin"
      />
      {refusal.code === 'pin-wait' && (
        <p className={styles['wait']} role="timer" data-testid="pin-wait">
          {waiting ? words.wait(remaining(until, now)) : words.waitOver}
        </p>
      )}
      <ForgottenPin />
      <SheetActions>
        <Button type="button" disabled={checking} onClick={giveUpPin}>
          {text.cancel}
        </Button>
        <Button
          type="submit"
          look="primary"
          data-testid="confirm-pin"
          disabled={waiting || checking}
          focusableWhenDisabled
        >
          {checking ? words.checking : words.confirm}
        </Button>
      </SheetActions>
    </form>
  )
}

/** Whether a refusal is the answer to a try. */
function tried(code: string): boolean {
  return code === 'pin-wrong' || code === 'pin-wait'
}
