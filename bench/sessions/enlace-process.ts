import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import type { Job } from './figures.ts'
import { type Enlace, startEnlace } from './enlace.ts'
import { measured, type Tally } from './measured.ts'

/** Enlace without its window: the engine on the real adapters and the sealed store. */
silenceConsole()
await measured(async (job: Job, tally: Tally) => {
  const enlace: Enlace = await startEnlace(job, tally)
  return () => enlace.supervisor.end()
})
