import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises'
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
  readonly #kept = new Set<string>()

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
  async job(side: Side, count: number, steered = false): Promise<Job> {
    const here = await readdir(this.#organizations)
    const there = await readdir(this.#spare)
    const wanted = new Set([...here, ...there].toSorted().slice(0, count))
    for (const name of here) {
      if (!wanted.has(name)) await rename(join(this.#organizations, name), join(this.#spare, name))
    }
    for (const name of there) {
      if (wanted.has(name)) await rename(join(this.#spare, name), join(this.#organizations, name))
    }
    await this.#mendCredentials()
    return { ...this.#job(side, count), steered }
  }

  /** What is in its place already, for Enlace. */
  same(count: number): Job {
    return this.#job('enlace', count)
  }

  /**
   * One session for each side, of which neither has the other's: they can run at the same time.
   */
  async pair(): Promise<Record<Side, Job>> {
    const enlace = await this.job('enlace', 1)
    return { enlace, bare: { ...this.#job('bare', 1), skip: 1 } }
  }

  /** In how many of the multi-file folders another identity than the linked one is stored now, or none that can be read. */
  async replacedIdentities(): Promise<number> {
    const names = [...this.#kept]
    const same = await Promise.all(
      names.map(async (name) => {
        const now = await readFile(join(this.#multiFile, name, 'creds.json'), 'utf8')
        const kept = await readFile(join(this.#folder, 'creds', `${name}.json`), 'utf8')
        return identityIn(now) === identityIn(kept)
      }),
    )
    return same.filter((one) => !one).length
  }

  /** The bare side may have taken half a file for none and written a new identity in its place. */
  async #mendCredentials(): Promise<void> {
    for (const name of await readdir(this.#multiFile)) {
      const creds = join(this.#multiFile, name, 'creds.json')
      const kept = join(this.#folder, 'creds', `${name}.json`)
      await mkdir(join(this.#folder, 'creds'), { recursive: true })
      if (this.#kept.has(name)) await copyFile(kept, creds)
      else await copyFile(creds, kept)
      this.#kept.add(name)
    }
  }

  #job(side: Side, sessions: number): Job {
    const folder = side === 'enlace' ? join(this.#folder, 'enlace') : this.#multiFile
    return {
      url: this.#url,
      folder,
      sessions,
      skip: 0,
      steered: false,
      watched: false,
      vaultKey: this.#vaultKey,
    }
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

const credentials = z.object({ noiseKey: z.object({ public: z.object({ data: z.string() }) }) })

function identityIn(text: string): string | null {
  try {
    return credentials.parse(JSON.parse(text)).noiseKey.public.data
  } catch {
    return null
  }
}
