import { pause } from '../progress.ts'
import { job as jobSchema, type Job, type Report } from './figures.ts'
import { Meter } from './meter.ts'

/** Counts what the sessions of a measured process do. */
export class Tally {
  online = 0
  attempts = 0
  knocks = 0
}

const LOOK_EVERY_MS = 2

/**
 * Runs sessions as the benchmark says and reports: before they start (`ready`), when all are online for the first
 * time, and after that whenever it is asked, at once or once all are online again.
 */
export async function measured(
  start: (job: Job, tally: Tally) => Promise<() => Promise<void>>,
): Promise<void> {
  const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''))
  const tally = new Tally()
  const meter = new Meter()
  const tell = (at = Date.now()) => {
    const { attempts, knocks } = tally
    tally.attempts = 0
    tally.knocks = 0
    process.send?.({ at, attempts, knocks, figures: meter.read() } satisfies Report)
    meter.restart()
  }
  const untilOnline = async () => {
    while (tally.online < job.sessions) await pause(LOOK_EVERY_MS)
    tell()
  }

  let stop = async () => {}
  process.on('message', (order) => {
    if (order === 'now') tell()
    if (order === 'when-online') void untilOnline()
    if (order === 'start') {
      meter.restart()
      void start(job, tally).then((end) => (stop = end))
      void untilOnline()
    }
    if (order === 'end') void stop().then(() => process.exit(0))
  })
  await pause(200)
  tell()
}
