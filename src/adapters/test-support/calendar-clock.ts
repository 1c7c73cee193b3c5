import type { Millis } from '../../contract/session-view.ts'
import type { Clock } from '../../engine/ports.ts'

interface Alarm {
  readonly due: Millis
  readonly ring: () => void
}

/** The computer's clock, on which days pass in a moment, and which somebody may set. Alarms measure durations. */
export class CalendarClock implements Clock {
  /** How wrong the clock is, in milliseconds. */
  wrongBy = 0
  #passed = 0
  readonly #alarms = new Set<Alarm>()

  now(): Millis {
    return this.#running() + this.wrongBy
  }

  uptime(): Millis {
    return this.#running()
  }

  random(): number {
    return Math.random()
  }

  wake(at: Millis, callback: () => void): () => void {
    const left = Math.max(0, at - this.now())
    const timer = setTimeout(() => alarm.ring(), left)
    const cancel = () => {
      clearTimeout(timer)
      this.#alarms.delete(alarm)
    }
    const alarm: Alarm = {
      due: this.#running() + left,
      ring: () => {
        cancel()
        callback()
      },
    }
    this.#alarms.add(alarm)
    return cancel
  }

  /** Time passes, and the alarms ring that come due in it. */
  pass(milliseconds: number): void {
    this.#passed += milliseconds
    for (const alarm of this.#alarms) if (alarm.due <= this.#running()) alarm.ring()
  }

  #running(): Millis {
    return Date.now() + this.#passed
  }
}
