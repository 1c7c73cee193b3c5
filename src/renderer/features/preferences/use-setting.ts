import { useState } from 'react'
import type { Preferences } from '../../../contract/preferences.ts'
import type { Failure } from '../../../contract/result.ts'
import { setPreferences, useEnlace } from '../../store.ts'

/** One preference: what is in force, how to set it, and why the last choice was not kept. */
export interface Setting<T> {
  /** Undefined until attached. */
  readonly value: T | undefined
  readonly set: (value: T) => Promise<void>
  readonly refusal: Failure | null
}

export function useSetting<N extends keyof Preferences>(name: N): Setting<Preferences[N]> {
  const value = useEnlace(({ settings }) => settings?.preferences[name])
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const set = async (chosen: Preferences[N]) => {
    const preferences = useEnlace.getState().settings?.preferences
    if (!preferences) return
    setRefusal(null)
    setRefusal(await setPreferences({ ...preferences, [name]: chosen }))
  }
  return { value, set, refusal }
}
