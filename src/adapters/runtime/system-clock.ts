import { uptime } from 'node:os'
import type { Clock } from '../../engine/ports.ts'

/** A timer that is longer than this would fire at once. */
const LONGEST_MS = 2 ** 31 - 1

/** The computer's own clock and dice. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Not `performance.now()`: on Linux and macOS it stands still while the computer sleeps.
  uptime: () => uptime() * 1000,
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
