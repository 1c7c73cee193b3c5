import { useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './forgotten-pin.module.css'

/** What to do where nobody knows the PIN any more: it guards against slips, not against whoever has the files. */
export function ForgottenPin() {
  const words = useText().pin
  const file = useEnlace(({ environment }) => environment?.pinFile ?? '')
  const [open, setOpen] = useState(false)
  return (
    <Disclosure label={words.forgotten} open={open} onOpenChange={setOpen}>
      <div className={styles['how']}>
        <p>{words.forgottenHow}</p>
        <p className={styles['file']}>{file}</p>
      </div>
    </Disclosure>
  )
}
