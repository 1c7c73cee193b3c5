import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'

const said = z.object({
  ready: z.literal(true).optional(),
  qr: z.string().optional(),
  steps: z.array(z.string()).optional(),
})

export interface Doom {
  readonly folder: string
  readonly url: string
  readonly id: string
  readonly command: 'clear' | 'link'
  /** 1 and up; 0 ends nothing. */
  readonly step: number
}

/** The process of `doomed-shop.ts`, loaded and waiting for its fate. */
export class Doomed {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #ready: Promise<void>
  readonly #steps: Promise<readonly string[]>
  #onQr: (qr: string) => void = () => {}

  constructor() {
    this.#process = fork(join(import.meta.dirname, 'doomed-shop.ts'), [], {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#ended = once(this.#process, 'exit')
    const ready = Promise.withResolvers<void>()
    const steps = Promise.withResolvers<readonly string[]>()
    this.#ready = ready.promise
    this.#steps = steps.promise
    this.#process.on('message', (message) => {
      const heard = said.parse(message)
      if (heard.ready) ready.resolve()
      if (heard.qr) this.#onQr(heard.qr)
      if (heard.steps) steps.resolve(heard.steps)
    })
  }

  /**
   * Lets it run until it is dead.
   *
   * @returns the steps, where it has outlived them all; null where it died on its own hand
   */
  async meet(doom: Doom, onQr: (qr: string) => void = () => {}): Promise<readonly string[] | null> {
    this.#onQr = onQr
    await this.#ready
    if (this.#process.connected) this.#process.send(doom)
    const steps = await Promise.race([this.#steps, this.#ended.then(() => null)])
    await this.end()
    return steps
  }

  async end(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }
}
