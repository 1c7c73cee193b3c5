import { OwnFile } from '../files/own-file.ts'
import { readTextSync } from '../files/plain-file.ts'

/** Two numbers and a space between them. */
const MOST_BYTES = 31

/**
 * How many commits a database has seen, kept beside it as well as in it. A database that knows of fewer has gone back
 * to an earlier state: its write-ahead log was lost, or an older copy was put in its place. SQLite opens both without
 * a word.
 *
 * Not flushed to the disk: the note must outlive the program, not a power cut, after which it may only be too low.
 */
export class CommitCount {
  readonly #path: string
  #file: OwnFile | null = null

  /** @param database path of the database file */
  constructor(database: string) {
    this.#path = `${database}.commits`
  }

  /** Zero where it is missing or damaged. */
  read(): number {
    try {
      const [, count] = /^([0-9]{1,15}) \1$/.exec(readTextSync(this.#path, MOST_BYTES)) ?? []
      return Number(count ?? 0)
    } catch {
      return 0
    }
  }

  /** Nothing depends on it while all is well, so a disk that refuses it is no reason to stop. */
  write(count: number): void {
    try {
      this.#file ??= new OwnFile(this.#path)
      this.#file.write(`${count} ${count}`)
    } catch {
      this.close()
    }
  }

  close(): void {
    this.#file?.close()
    this.#file = null
  }
}
