import { lstat, opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** How far a walk goes at most: what a person drops among the organizations may be a whole disk. */
export interface WalkLimits {
  /** How many names are looked at. */
  readonly most: number
  /** Folders below the first. */
  readonly depth: number
  /** Which of the names in the first folder count; the others are passed over. */
  readonly counts?: (name: string) => boolean
}

export interface Walked {
  /** From the first folder on. */
  readonly name: string
  readonly size: number
  readonly mtimeMs: number
  readonly isFile: boolean
}

/** There is more than a walk may look at. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/**
 * Everything in a folder, without following a link, and no further than the limits. It is looked at piece by piece, so
 * that whoever has seen enough can leave, and nothing is kept in memory.
 *
 * @throws TooMuch; the file system's error where the folder cannot be listed. What vanishes meanwhile is left out.
 */
export async function* walk(
  folder: string,
  { most, depth, counts = () => true }: WalkLimits,
): AsyncGenerator<Walked> {
  let left = most
  const waiting = [{ below: '', depth }]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const { below } = at
    for await (const entry of await opendir(join(folder, below))) {
      if (below === '' && !counts(entry.name)) continue
      left -= 1
      if (left < 0) throw new TooMuch(`more than ${most} files`)
      const name = join(below, entry.name)
      if (entry.isDirectory() && at.depth > 0) waiting.push({ below: name, depth: at.depth - 1 })
      const found = await lstat(join(folder, name)).catch(() => null)
      if (found) yield { name, size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() }
    }
  }
}
