import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'pre-key-mark'

/**
 * The highest pre-key id that was ever promised, kept outside the database and its snapshots: a restored store must
 * never give an id a second key, because whoever holds the first one would write what nobody can read.
 */
export class PreKeyMark {
  readonly #path: string
  #mark: number | null

  /** @param folder the generation's folder */
  constructor(folder: string) {
    this.#path = join(folder, FILE)
    this.#mark = readMark(this.#path)
  }

  /** Null where it is missing or damaged. */
  get value(): number | null {
    return this.#mark
  }

  /**
   * Durable on return. Written in place: torn by a power cut it counts as missing, which is safe, and no virus scanner
   * can stand in the way of a rename.
   *
   * @throws the file system's error
   */
  raise(id: number): void {
    if (this.#mark !== null && id <= this.#mark) return
    const file = openSync(this.#path, 'w', 0o600)
    try {
      writeSync(file, String(id))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    this.#mark = id
  }
}

function readMark(path: string): number | null {
  try {
    const text = readFileSync(path, 'utf8')
    return /^[0-9]{1,8}$/.test(text) ? Number(text) : null
  } catch {
    return null
  }
}
