import { type SubmitEvent, useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { signInToProxy } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './proxy-sign-in-form.module.css'

interface ProxySignInFormProps {
  /** `host:port` of the proxy that asks. */
  readonly proxy: string
  readonly onSaved: () => void
}

/** What a proxy wants to know before it lets anybody through; kept under the computer's own protection. */
export function ProxySignInForm({ proxy, onSaved }: ProxySignInFormProps) {
  const text = useText()
  const words = text.network.signIn
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState(false)
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (saving) return
    setEmpty(user === '')
    if (user === '') return
    setSaving(true)
    const refused = await signInToProxy(proxy, user, password)
    setSaving(false)
    setRefusal(refused)
    setPassword('')
    onSaved()
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <h3 className={styles['title']}>{words.title}</h3>
      <div className={styles['fields']}>
        <TextField
          name="proxy-user"
          label={words.user}
          hint={words.userHint}
          error={empty ? words.empty : null}
          value={user}
          onChange={setUser}
          testId="proxy-user"
        />
        <TextField
          name="proxy-password"
          label={words.password}
          hint={words.passwordHint}
          error={null}
          value={password}
          onChange={setPassword}
          testId="proxy-password"
          secret
        />
      </div>
      {refusal && (
        <p className={styles['error']} role="alert">
          {text.errors[refusal.code](refusal.params)}
        </p>
      )}
      <Button type="submit" look="primary" data-testid="save-proxy" disabled={saving} focusableWhenDisabled>
        {words.save}
      </Button>
    </form>
  )
}
