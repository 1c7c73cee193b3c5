import { useEffect, useEffectEvent, useState } from 'react'
import type { Result } from '../../contract/result.ts'

/**
 * What main answers to a question that is asked at once, and again whenever `about` is another; null until the first
 * answer. Until the next one, the last stands.
 *
 * @param about everything that the answer depends on
 */
export function useAnswer<T>(ask: () => Promise<Result<T>>, about: string): Result<T> | null {
  const [answer, setAnswer] = useState<Result<T> | null>(null)
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    const life = { over: false }
    void askNow().then((read) => {
      if (!life.over) setAnswer(read)
    })
    return () => {
      life.over = true
    }
  }, [about])
  return answer
}
