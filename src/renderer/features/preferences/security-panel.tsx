import { Lock, LockOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { setPin, useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureLine } from '../../ui/failure-line.tsx'
import { ForgottenPin } from '../pin/forgotten-pin.tsx'
import { NewPinForm } from '../pin/new-pin-form.tsx'
import styles from './security-panel.module.css'
import setting from './setting.module.css'

/** The PIN: whether there is one, what it is for and what not, and how to set, change and remove it. */
export function SecurityPanel() {
  const text = useText()
  const words = text.pin
  const pinSet = useEnlace(({ settings }) => settings?.pinSet ?? false)
  const [choosing, setChoosing] = useState(false)
  const [done, setDone] = useState<'saved' | 'removed' | null>(null)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const headline = useRef<HTMLHeadingElement>(null)
  const Icon = pinSet ? Lock : LockOpen

  const begin = () => {
    setDone(null)
    setRefusal(null)
    setChoosing(true)
  }
  const end = (outcome: 'saved' | 'removed' | null) => {
    setChoosing(false)
    setDone(outcome)
    headline.current?.focus()
  }
  const turnOff = async () => {
    setDone(null)
    const refused = await setPin(null)
    setRefusal(refused)
    if (refused === null) end('removed')
  }

  return (
    <>
      <section className={setting['setting']} aria-label={words.title}>
        <div className={styles['state']} data-testid="pin-state" data-set={pinSet}>
          <Icon size={20} aria-hidden />
          <h3 className={styles['title']} ref={headline} tabIndex={-1}>
            {pinSet ? words.states.on : words.states.off}
          </h3>
        </div>
        <p className={setting['why']}>{words.what}</p>
        <p className={setting['why']}>{words.limits}</p>
      </section>
      {choosing ? (
        <NewPinForm onSaved={() => end('saved')} onCancel={() => end(null)} />
      ) : (
        <div className={styles['actions']}>
          <Button data-testid="choose-pin" onClick={begin}>
            {pinSet ? words.change : words.turnOn}
          </Button>
          {pinSet && (
            <Button data-testid="remove-pin" onClick={() => void turnOff()}>
              {words.turnOff}
            </Button>
          )}
        </div>
      )}
      <div className={styles['outcome']} role="status">
        {done && words[done]}
      </div>
      <FailureLine failure={refusal} />
      {pinSet && <ForgottenPin />}
    </>
  )
}
