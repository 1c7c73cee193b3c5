import type { Clock } from '../ports.ts'

/** Of thousands, so many have their turn before the window and the sockets have theirs. */
const AT_ONCE = 50

/** Does something with each, and lets everything else have its turn in between. */
export async function byAndBy<T>(clock: Clock, all: readonly T[], work: (one: T) => void): Promise<void> {
  for (const [n, one] of all.entries()) {
    if ((n + 1) % AT_ONCE === 0) {
      await new Promise<void>((resolve) => {
        clock.wake(clock.now(), resolve)
      })
    }
    work(one)
  }
}
