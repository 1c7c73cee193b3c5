import type { Clock } from '../ports.ts'

/** A clock that only a test moves; what is due on the way is called in order. */
export class ManualClock implements Clock {
  #now = 1_800_000_000_000
  /** How far it has jumped. */
  #jumped = 0
  #due: { at: number; callback: () => void }[] = []

  now(): number {
    return this.#now
  }

  uptime(): number {
    return this.#now - this.#jumped
  }

  random(): number {
    return 0.5
  }

  wake(at: number, callback: () => void): () => void {
    const alarm = { at, callback }
    this.#due.push(alarm)
    return () => {
      this.#due = this.#due.filter((other) => other !== alarm)
    }
  }

  pass(milliseconds: number): void {
    const until = this.#now + milliseconds
    for (;;) {
      const [next] = this.#due.toSorted((a, b) => a.at - b.at)
      if (!next || next.at > until) break
      this.#due = this.#due.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.callback()
    }
    this.#now = until
  }

  /** As when its clock is set: nothing is called on the way, and the computer has not run for longer. */
  jump(milliseconds: number): void {
    this.#now += milliseconds
    this.#jumped += milliseconds
    this.#due = this.#due.map((alarm) => ({ ...alarm, at: alarm.at + milliseconds }))
  }
}
