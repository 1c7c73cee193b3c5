import type { StartupProblem } from '../../contract/commands.ts'
import type { Log } from '../../engine/ports.ts'

/** What keeps Enlace from running. It is said in the window: nothing may keep that from opening. */
export class Obstacle {
  readonly #log: Log
  #problem: StartupProblem | null

  /** @param problem what was found before */
  constructor(problem: StartupProblem | null, log: Log) {
    this.#problem = problem
    this.#log = log
  }

  /** The first thing that went wrong; null when all is well. */
  get problem(): StartupProblem | null {
    return this.#problem
  }

  /** Does a part of the start. Where it fails that is noted, and `instead` takes its place. */
  async past<T>(
    work: () => T | Promise<T>,
    instead: T,
    named: (reason: string) => StartupProblem = (reason) => ({ code: 'start-failed', reason }),
  ): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#log.warn('start failed', { error: reason })
      this.#problem ??= named(reason)
      return instead
    }
  }
}
