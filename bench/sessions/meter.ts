import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Figures } from './figures.ts'

const NANOS_PER_MILLI = 1e6
const MICROS_PER_MILLI = 1e3

/** What this process costs from now on. */
export class Meter {
  readonly #loop = monitorEventLoopDelay({ resolution: 1 })
  #started = performance.now()
  #cpu = process.cpuUsage()

  constructor() {
    this.#loop.enable()
  }

  restart(): void {
    this.#loop.reset()
    this.#cpu = process.cpuUsage()
    this.#started = performance.now()
  }

  read(): Figures {
    const { user, system } = process.cpuUsage(this.#cpu)
    return {
      wallMs: performance.now() - this.#started,
      cpuMs: (user + system) / MICROS_PER_MILLI,
      loopP50: this.#loop.percentile(50) / NANOS_PER_MILLI,
      loopP99: this.#loop.percentile(99) / NANOS_PER_MILLI,
      loopMax: this.#loop.max / NANOS_PER_MILLI,
      ...memory(),
    }
  }
}

/** Kilobytes, after everything that can be freed has been. */
function memory(): Pick<Figures, 'rssKb' | 'heapKb'> {
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rssKb: rss / 1024, heapKb: (heapUsed + external) / 1024 }
}
