import type { Clock } from '../../engine/ports.ts'

/** How often the clock looks, and the most that may go by between two looks, in the computer's milliseconds. */
const LOOK_MS = 5
const MOST_MS = 25

export interface FastClock extends Clock {
  /** How many times as fast as the computer's it runs from now on. */
  speed: number
  /** As after a sleep of so many milliseconds: what has become due meanwhile is called together. */
  sleep(milliseconds: number): void
}

interface Alarm {
  readonly at: number
  readonly callback: () => void
}

/**
 * A clock that runs `speed` times as fast as the computer's, while this process is given the processor: what others take
 * of it does not count. The engine's deadlines pass, the protocol takes its time, and how busy the machine is does not
 * decide which comes first.
 */
export function fastClock(speed: number): FastClock {
  const start = Date.now()
  let passed = 0
  let looked = performance.now()
  const alarms = new Set<Alarm>()
  const now = () => start + passed
  const look = () => {
    const at = performance.now()
    passed += Math.min(at - looked, MOST_MS) * clock.speed
    looked = at
    for (const alarm of [...alarms].toSorted((a, b) => a.at - b.at)) {
      // One that was called may have cancelled another.
      if (alarm.at <= now() && alarms.delete(alarm)) alarm.callback()
    }
  }
  const clock: FastClock = {
    speed,
    now,
    uptime: () => passed,
    random: () => Math.random(),
    wake(at, callback) {
      const alarm = { at, callback }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    sleep(milliseconds) {
      passed += milliseconds
    },
  }
  setInterval(look, LOOK_MS).unref()
  return clock
}
