import { useEffect, useState } from 'react'

const SECOND = 1000

/** The time, in milliseconds since 1970, refreshed at each second of the clock so that all countdowns step together. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const untilNextSecond = SECOND - (Date.now() % SECOND)
    const timer = setTimeout(() => setNow(Date.now()), untilNextSecond)
    return () => clearTimeout(timer)
  }, [now])
  return now
}
