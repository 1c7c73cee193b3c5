import type { Clock } from '../../engine/ports.ts'

/** The computer's clock, running `speed` times as fast: the engine's deadlines pass, the protocol takes its time. */
export function fastClock(speed: number): Clock {
  const start = Date.now()
  const uptime = () => (Date.now() - start) * speed
  const now = () => start + uptime()
  return {
    now,
    uptime,
    random: () => Math.random(),
    wake(at, callback) {
      const timer = setTimeout(callback, Math.max(0, (at - now()) / speed))
      return () => clearTimeout(timer)
    },
  }
}
