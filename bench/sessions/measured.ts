import { z } from 'zod'
import { endWithParent } from '../child-side.ts'
import { pause } from '../progress.ts'
import { job as jobSchema, type Job, type Report } from './figures.ts'
import { Meter } from './meter.ts'

/** Counts what the sessions of a measured process do. */
export class Tally {
  onlineAt = Date.now()
  startedAt = Date.now()
  firstMs = 0
  attempts = 0
  knocks = 0
  toldAt: number | null = null
  #online = 0

  get online(): number {
    return this.#online
  }

  up(): void {
    this.#online += 1
    this.onlineAt = Date.now()
    if (this.firstMs === 0) this.firstMs = this.onlineAt - this.startedAt
  }

  down(): void {
    this.#online -= 1
  }

  told(): void {
    this.toldAt ??= Date.now()
  }
}

const LOOK_EVERY_MS = 2
/** A session that has not come online by then is lost. */
const PATIENCE_MS = 60_000

/** What is being measured. */
export interface Measured {
  end(): Promise<void>
  /** Lets its clock go by so many milliseconds faster than the computer's; missing where it has none of its own. */
  pass?(milliseconds: number): Promise<void>
}

const passing = z.object({ pass: z.number() })

/**
 * Runs sessions as the benchmark says and reports: before they start (`ready`), when all are online for the first
 * time, and after that whenever it is asked, at once or once all are online again.
 */
export async function measured(start: (job: Job, tally: Tally) => Promise<Measured>): Promise<void> {
  endWithParent()
  const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''))
  const tally = new Tally()
  const meter = new Meter()
  const tell = () => {
    const { attempts, knocks, onlineAt, firstMs, toldAt } = tally
    const lost = job.sessions - tally.online
    tally.attempts = 0
    tally.knocks = 0
    tally.toldAt = null
    process.send?.({
      onlineAt,
      firstMs,
      lost,
      attempts,
      knocks,
      toldAt,
      figures: meter.read(),
    } satisfies Report)
    meter.restart()
  }
  const untilOnline = async () => {
    const end = Date.now() + PATIENCE_MS
    while (tally.online < job.sessions && Date.now() < end) await pause(LOOK_EVERY_MS)
    tell()
  }

  let running: Measured = { end: async () => {} }
  process.on('message', (order) => {
    if (order === 'now') tell()
    if (order === 'when-online') void untilOnline()
    if (order === 'start') {
      meter.restart()
      tally.startedAt = Date.now()
      void start(job, tally).then((started) => (running = started))
      void untilOnline()
    }
    if (order === 'end') void running.end().then(() => process.exit(0))
    const { data } = passing.safeParse(order)
    if (data) void running.pass?.(data.pass).then(tell)
  })
  await pause(200)
  tell()
}
