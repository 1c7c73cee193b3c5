import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

/** A process that measures itself: memory is clean, and what it does disturbs nobody else's figures. */
export class Child {
  readonly #process: ChildProcess
  readonly #inbox: unknown[] = []
  readonly #waiting: ((message: unknown) => void)[] = []
  readonly #ended: Promise<unknown>
  #complaints = ''

  /** @param module URL of a TypeScript file; `job` is its first argument, as JSON */
  constructor(module: string, job: object = {}) {
    this.#process = fork(fileURLToPath(module), [JSON.stringify(job)], {
      execArgv: ['--expose-gc', '--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text))
    this.#process.on('message', (message) => {
      const waiter = this.#waiting.shift()
      if (waiter) waiter(message)
      else this.#inbox.push(message)
    })
    this.#ended = once(this.#process, 'exit')
  }

  send(message: object | string): void {
    this.#process.send(message)
  }

  /** The next thing it says. Rejects when it ends instead. */
  async next<T>(schema: z.ZodType<T>): Promise<T> {
    const said = this.#inbox.shift() ?? (await Promise.race([this.#heard(), this.#ended.then(() => ENDED)]))
    if (said === ENDED) throw new Error(`a measured process ended:\n${this.#complaints.slice(-2_000)}`)
    return schema.parse(said)
  }

  /** Waits until it has ended by itself. */
  async end(): Promise<void> {
    await this.#ended
  }

  async kill(): Promise<void> {
    this.#process.kill()
    await this.#ended
  }

  #heard(): Promise<unknown> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

const ENDED = Symbol('ended')
