import { useState } from 'react'
import type { Failure, Result } from '../../contract/result.ts'

/** Something that main does when a button is pressed, and that takes a while. */
export interface Deed {
  readonly busy: boolean
  /** Why the last try was refused. */
  readonly refusal: Failure | null
  readonly start: () => Promise<void>
}

/** @param onDone told what came of it */
export function useDeed<T>(ask: () => Promise<Result<T>>, onDone: (value: T) => void): Deed {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const start = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await ask()
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else setRefusal(answer.error)
  }
  return { busy, refusal, start }
}
