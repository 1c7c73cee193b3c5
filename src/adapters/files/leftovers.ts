import { lstat, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isOwnDraft } from './draft.ts'
import { isOwn } from './own-file.ts'

/** Writing a file takes a moment; another program may be at it. */
const AGE_MS = 10 * 60 * 1000
/** What SQLite puts beside a draft that is a database. */
const COMPANION = /-(wal|shm|journal)$/

/**
 * Deletes the drafts of files that a crash has left in a folder. Nobody else gives a file such a name, and what is not a
 * file alone is left.
 *
 * @returns their names
 */
export async function sweepFileDrafts(folder: string): Promise<readonly string[]> {
  const swept: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isOwnDraft(name.replace(COMPANION, ''))) continue
    const path = join(folder, name)
    const seen = await lstat(path, { bigint: true }).catch(() => null)
    if (!seen || !isOwn(seen) || Date.now() < Number(seen.mtimeMs) + AGE_MS) continue
    await unlink(path)
    swept.push(name)
  }
  return swept
}
