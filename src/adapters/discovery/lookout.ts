import type { FoundFolder } from '../../engine/ports.ts'
import { withinTime } from '../files/deadline.ts'
import { look, type Seen } from './folder-look.ts'

/**
 * How many folders are looked at together. Each that does not answer holds one of the four threads that Node has for
 * files, for as long as it lasts.
 */
const AT_ONCE = 3
/** Longer than any disk takes that still turns; a start waits for it once, where a folder does not answer. */
const SILENT_MS = 3_000

/** Looks at the folders among the organizations again and again, and remembers what it saw. */
export class Lookout {
  readonly #root: string
  readonly #seen = new Map<string, Seen>()
  /** Asked for, and not answered yet; they are not asked for a second time. */
  readonly #asked = new Map<string, Promise<Seen>>()

  constructor(root: string) {
    this.#root = root
  }

  /**
   * What lies at these names, in their order. One that does not answer holds up neither the others nor the caller for
   * longer than three seconds.
   */
  async look(names: readonly string[], familiar: ReadonlySet<string>): Promise<readonly FoundFolder[]> {
    const found: (FoundFolder | null)[] = []
    const waiting = names.entries()
    const worker = async () => {
      for (const [at, name] of waiting) found[at] = await this.#ask(name, familiar.has(name))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    this.#forgetAllBut(new Set(names))
    return found.filter((each) => each !== null)
  }

  async #ask(name: string, familiar: boolean): Promise<FoundFolder | null> {
    const early = this.#asked.get(name)
    if (early) return silent(name, early)
    const asked = look(this.#root, name, familiar, this.#seen.get(name))
    this.#asked.set(name, asked)
    void asked.then((seen) => {
      this.#asked.delete(name)
      this.#seen.set(name, seen)
    })
    return withinTime(SILENT_MS, asked).then(
      ({ found }) => found,
      () => silent(name, asked),
    )
  }

  #forgetAllBut(there: ReadonlySet<string>): void {
    for (const name of this.#seen.keys()) if (!there.has(name)) this.#seen.delete(name)
  }
}

function silent(folder: string, asked: Promise<Seen>): FoundFolder {
  return { kind: 'silent', folder, answered: asked.then(() => {}) }
}
