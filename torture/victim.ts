import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Found, type Order, type State, type Word, word } from './words.ts'

export type Side = 'enlace' | 'stock'

/** A process that is going to be killed. */
export class Victim {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #found = new Map<string, Found>()
  readonly #states = new Map<string, State>()
  readonly #waiting = new Set<() => void>()
  #ready = false
  #complaints = ''

  constructor(side: Side) {
    this.#process = fork(join(import.meta.dirname, `${side}-process.ts`), [], {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text))
    this.#process.on('message', (message) => this.#hear(word.parse(message)))
    // A message to a process that has just died.
    this.#process.on('error', () => {})
    this.#ended = once(this.#process, 'exit')
  }

  get isDead(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }

  get complaints(): string {
    return this.#complaints
  }

  /** Resolves once it has loaded everything and takes orders. */
  async ready(): Promise<void> {
    await this.#until('ready', 120_000, () => this.#ready || null)
  }

  tell(what: Order): void {
    if (!this.isDead) this.#process.send(what, () => {})
  }

  found(id: string): Promise<Found> {
    return this.#until('a look at the store', 120_000, () => this.#found.get(id) ?? null)
  }

  /** The session's state as soon as it is one of these; the last one where it does not get there in time. */
  async settled(id: string, wanted: readonly State['status'][], timeoutMs: number): Promise<State> {
    const settled = () => {
      const state = this.#states.get(id)
      return state && wanted.includes(state.status) ? state : null
    }
    try {
      return await this.#until('settled', timeoutMs, settled)
    } catch {
      const nothing: State = { say: 'state', id, status: 'busy', cause: 'nothing was heard', qr: null }
      return this.#states.get(id) ?? nothing
    }
  }

  /** At once, whatever it is doing. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }

  #hear(said: Word): void {
    if (said.say === 'ready') this.#ready = true
    if (said.say === 'found') this.#found.set(said.id, said)
    if (said.say === 'state') this.#states.set(said.id, said)
    for (const check of this.#waiting) check()
  }

  #until<T>(what: string, timeoutMs: number, look: () => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(check)
      }
      const check = () => {
        const seen = look()
        if (seen === null) return
        done()
        resolve(seen)
      }
      const fail = (why: string) => {
        done()
        reject(new Error(`${why} while waiting for ${what}\n${this.#complaints.slice(-2_000)}`))
      }
      const timer = setTimeout(() => fail('the time ran out'), timeoutMs)
      this.#waiting.add(check)
      void this.#ended.then(() => fail('the process ended'))
      check()
    })
  }
}
