import { type SubmitEvent, useRef, useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { createOrganization } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { SheetActions } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type FieldName, fieldOf } from './field-of.ts'
import styles from './new-organization-form.module.css'

/** A name is enough. What main refuses is said beside the field it is about, and nothing typed is lost. */
export function NewOrganizationForm({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const words = text.newOrganization
  const [name, setName] = useState('')
  const [id, setId] = useState('')
  const [ownId, setOwnId] = useState(false)
  /** Null as long as the derived one is good. */
  const [sessionName, setSessionName] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)

  const errorOf = (field: FieldName) =>
    refusal && fieldOf(refusal.code) === field ? text.errors[refusal.code](refusal.params) : null

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    const refused = await createOrganization({
      name,
      ...(ownId && id.trim() !== '' && { id: id.trim() }),
      ...(sessionName !== null && { sessionName: sessionName.trim() }),
    })
    sending.current = false
    if (refused === null) {
      onClose()
      return
    }
    setRefusal(refused)
    if (refused.code === 'session-name-taken') setSessionName(refused.params['proposal'] ?? '')
    const field = fieldOf(refused.code)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus())
  }

  return (
    <form className={styles['form']} ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        error={errorOf('name')}
        value={name}
        onChange={setName}
        testId="organization-name"
      />
      <Disclosure label={words.ownId} open={ownId} onOpenChange={setOwnId}>
        <TextField
          name="id"
          label={words.id}
          hint={words.idHint}
          error={errorOf('id')}
          value={id}
          onChange={(value) => {
            setId(value)
            setSessionName(null)
          }}
          testId="organization-id"
          mono
        />
      </Disclosure>
      {sessionName !== null && (
        <TextField
          name="sessionName"
          label={words.sessionName}
          hint={words.sessionNameHint}
          error={errorOf('sessionName')}
          value={sessionName}
          onChange={setSessionName}
          testId="session-name"
          mono
        />
      )}
      <FailureLine failure={refusal && fieldOf(refusal.code) === null ? refusal : null} />
      <SheetActions>
        <Button type="button" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" look="primary" data-testid="create-organization">
          {words.create}
        </Button>
      </SheetActions>
    </form>
  )
}
