import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import { systemClock } from '../../src/adapters/runtime/system-clock.ts'
import { fastClock } from '../../src/adapters/test-support/fast-clock.ts'
import type { Job } from './figures.ts'
import { type Enlace, startEnlace } from './enlace.ts'
import { measured, type Tally } from './measured.ts'

/** Enlace without its window: the engine on the real adapters and the sealed store. */
/** A day in four minutes. */
const ADVANCED = 360
/** How often the folders are looked at, unless a person has set otherwise. */
const EVERY_MS = 30_000

silenceConsole()
await measured(async (job: Job, tally: Tally) => {
  const clock = fastClock(1)
  const { supervisor }: Enlace = await startEnlace(job, tally, job.steered ? clock : systemClock)
  if (job.watched) supervisor.checkEvery(EVERY_MS)
  return {
    end: () => supervisor.end(),
    async pass(milliseconds) {
      clock.speed = ADVANCED
      await new Promise<void>((resolve) => clock.wake(clock.now() + milliseconds, resolve))
      clock.speed = 1
    },
  }
})
