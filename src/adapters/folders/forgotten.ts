import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { readText } from '../files/plain-file.ts'
import { type Stamp, stampOf } from '../discovery/stamp.ts'

const FILE = 'forgotten.json'
const forgottenFile = z.object({ folders: z.array(z.string()) })

/**
 * Folders of other servers whose organizations were adopted, removed and have expired: they stay as they are, and are
 * not adopted again by themselves.
 */
export class Forgotten {
  readonly #root: string
  #kept: { readonly stamp: Stamp; readonly folders: readonly string[] } | null = null

  constructor(root: string) {
    this.#root = root
  }

  /**
   * A name that is no longer there is forgotten in its turn, so that a new folder with it is taken up.
   *
   * @param names everything among the organizations
   */
  async among(names: readonly string[]): Promise<ReadonlySet<string>> {
    const kept = await this.#read()
    if (kept.length === 0) return new Set()
    const here = new Set(names)
    const there = kept.filter((name) => here.has(name))
    if (there.length < kept.length) await this.#write(there)
    return new Set(there)
  }

  async add(folders: readonly string[]): Promise<void> {
    if (folders.length === 0) return
    await this.#write([...new Set([...(await this.#read()), ...folders])])
  }

  /** Nothing where it is missing or damaged: then what was removed comes back, stopped. */
  async #read(): Promise<readonly string[]> {
    const path = join(this.#root, FILE)
    const stamp = await stampOf(path).catch(() => null)
    if (!stamp) return []
    if (this.#kept?.stamp.settled === true && this.#kept.stamp.text === stamp.text) return this.#kept.folders
    const folders = await read(path)
    this.#kept = { stamp, folders }
    return folders
  }

  async #write(folders: readonly string[]): Promise<void> {
    await writeAtomically(join(this.#root, FILE), `${JSON.stringify({ folders })}\n`)
  }
}

async function read(path: string): Promise<readonly string[]> {
  try {
    return forgottenFile.parse(parseJson(await readText(path))).folders
  } catch {
    return []
  }
}
