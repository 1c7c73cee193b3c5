import { join } from 'node:path'
import { OwnFile } from '../files/own-file.ts'
import { readTextSync } from '../files/plain-file.ts'

const FILE = 'pre-key-mark'
/** Twice, so that one that a power cut has torn is none and not a lower one. */
const WRITTEN = /^([0-9]{1,8}) \1\n$/
const MOST_BYTES = 18

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
    const file = new OwnFile(this.#path)
    try {
      file.write(`${id} ${id}\n`)
      file.flush()
    } finally {
      file.close()
    }
    this.#mark = id
  }
}

function readMark(path: string): number | null {
  try {
    const [, mark] = WRITTEN.exec(readTextSync(path, MOST_BYTES)) ?? []
    return mark === undefined ? null : Number(mark)
  } catch {
    return null
  }
}
