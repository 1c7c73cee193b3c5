import type { Clock } from '../engine/ports.ts'

/** A timer that is longer than this would fire at once. */
const LONGEST_MS = 2 ** 31 - 1

/** The computer's own clock and dice. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wake(at, callback) {
    let timer: NodeJS.Timeout
    const sleep = (left: number) => {
      const now = Math.min(left, LONGEST_MS)
      timer = setTimeout(() => (left > now ? sleep(left - now) : callback()), now)
    }
    sleep(Math.max(0, at - Date.now()))
    return () => clearTimeout(timer)
  },
}
