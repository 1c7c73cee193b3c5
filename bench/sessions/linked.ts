import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Child } from '../child.ts'
import type { Job } from './figures.ts'
import type { RemoteSimulator } from './simulator.ts'

export type Side = 'enlace' | 'bare'

/** Linked sessions on disk, in both layouts, of which any number can be run. */
export class LinkedSessions {
  readonly #folder: string
  readonly #url: string
  readonly #vaultKey: string

  private constructor(folder: string, url: string, vaultKey: string) {
    this.#folder = folder
    this.#url = url
    this.#vaultKey = vaultKey
  }

  /** Links `count` organizations through the simulator. */
  static async make(folder: string, simulator: RemoteSimulator, count: number): Promise<LinkedSessions> {
    const linked = new LinkedSessions(folder, simulator.url, randomBytes(32).toString('hex'))
    await mkdir(linked.#spare, { recursive: true })
    const child = new Child(import.meta.resolve('./link-process.ts'), {
      ...linked.#job('enlace', count),
      control: simulator.control,
      multiFile: linked.#multiFile,
    })
    await child.next(z.object({ linked: z.number() }))
    await child.end()
    return linked
  }

  /** Puts the first `count` organizations where a process will find them, and says what it has to run. */
  async job(side: Side, count: number): Promise<Job> {
    const here = await readdir(this.#organizations)
    const there = await readdir(this.#spare)
    const wanted = new Set([...here, ...there].toSorted().slice(0, count))
    for (const name of here) {
      if (!wanted.has(name)) await rename(join(this.#organizations, name), join(this.#spare, name))
    }
    for (const name of there) {
      if (wanted.has(name)) await rename(join(this.#spare, name), join(this.#organizations, name))
    }
    return this.#job(side, count)
  }

  #job(side: Side, sessions: number): Job {
    const folder = side === 'enlace' ? join(this.#folder, 'enlace') : this.#multiFile
    return { url: this.#url, folder, sessions, vaultKey: this.#vaultKey }
  }

  get #organizations(): string {
    return join(this.#folder, 'enlace', 'organizations')
  }

  get #spare(): string {
    return join(this.#folder, 'spare')
  }

  get #multiFile(): string {
    return join(this.#folder, 'multi-file')
  }
}
