import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { countryOf, countryOfNumber, type NumberDoubt, typedNumber } from '../../../text/typed-number.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { linkByPhone, useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import field from '../../ui/field.module.css'
import { Rich } from '../../ui/rich.tsx'
import { SheetActions } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { countriesIn, countryName } from './countries.ts'
import styles from './link-by-phone-form.module.css'

interface LinkByPhoneFormProps {
  readonly organizationId: string
  /** Digits of the number that is likely meant, if any is. */
  readonly likely: string | null
  readonly onClose: () => void
}

/** The number as people write it, and beside it how it is understood, before anything is asked for. */
export function LinkByPhoneForm({ organizationId, likely, onClose }: LinkByPhoneFormProps) {
  const text = useText()
  const language = useLanguage()
  const region = useEnlace(({ environment }) => environment?.country ?? null)
  const words = text.linkByPhone
  const [value, setValue] = useState(likely === null ? '' : phoneNumber(likely))
  const [country, setCountry] = useState(
    () => (likely === null ? null : countryOfNumber(likely)) ?? countryOf(region ?? ''),
  )
  const [doubt, setDoubt] = useState<NumberDoubt | null>(null)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const countryId = useId()
  const focusNumber = () => form.current?.querySelector('input')?.focus()
  // The sheet was there before it.
  useEffect(focusNumber, [])

  const typed = typedNumber(value, country)
  const type = (next: string) => {
    setValue(next)
    setDoubt(null)
    const understood = typedNumber(next, country)
    // What is written with its country code says where it is from.
    if (understood.ok && understood.country !== null) setCountry(understood.country)
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (sending.current) return
    if (!typed.ok) {
      setDoubt(typed.doubt)
      focusNumber()
      return
    }
    sending.current = true
    const failure = await linkByPhone(organizationId, typed.digits)
    sending.current = false
    if (failure === null) {
      onClose()
      return
    }
    setRefusal(failure)
    focusNumber()
  }

  return (
    <form className={styles['form']} ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={field['field']}>
        <label className={field['label']} htmlFor={countryId}>
          {words.country}
        </label>
        <select
          className={`${field['control']} ${styles['country']}`}
          id={countryId}
          value={country ?? ''}
          onChange={({ target }) => {
            setCountry(countryOf(target.value))
            setDoubt(null)
          }}
          data-testid="phone-country"
        >
          {country === null && <option value="">{words.chooseCountry}</option>}
          {countriesIn(language).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={doubt && words.doubts[doubt]}
        value={value}
        onChange={type}
        testId="phone-number"
      />
      <p className={styles['understood']} role="status" data-testid="phone-understood">
        {typed.ok && (
          <Rich
            text={words.understood(
              phoneNumber(typed.digits),
              typed.country && countryName(typed.country, language),
            )}
          />
        )}
      </p>
      <FailureLine failure={refusal} />
      <SheetActions>
        <Button type="button" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" look="primary" data-testid="request-code">
          {words.request}
        </Button>
      </SheetActions>
    </form>
  )
}
