import type { Clock } from '../engine/ports.ts'

/** The computer's own clock and dice. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wake(at, callback) {
    const timer = setTimeout(callback, Math.max(0, at - Date.now()))
    return () => clearTimeout(timer)
  },
}
