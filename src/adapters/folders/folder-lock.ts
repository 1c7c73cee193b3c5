import { join, toNamespacedPath } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Cause } from '../../contract/cause.ts'
import { diskCause } from '../files/disk-cause.ts'
import { expectWritable } from '../files/folder.ts'
import { makeEmpty } from '../files/own-file.ts'
import { sqliteCause } from '../store/sqlite-cause.ts'

/** Always empty: Node has no file locks of its own, and SQLite's work on every system. They die with the process. */
const FILE = 'organization.lock'

export type FolderLock =
  { readonly ok: true; readonly release: () => void } | { readonly ok: false; readonly cause: Cause }

/** A session holds its folder for as long as it runs; whoever only writes or deletes something, for moments. */
const TRIES = 6
const PAUSE_MS = 50

/** Locks an organization's folder against every other program, or says why that cannot be. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  for (let tries = 1; ; tries += 1) {
    const lock = await tryToLock(folder)
    if (lock.ok || lock.cause.code !== 'folder-in-use' || tries === TRIES) return lock
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

async function tryToLock(folder: string): Promise<FolderLock> {
  const path = join(folder, FILE)
  try {
    // Nothing is ever written there: whatever is not empty, or no file, is somebody's, and SQLite would follow a link.
    makeEmpty(path)
    return { ok: true, release: lockFile(path) }
  } catch (error) {
    const cause = sqliteCause(error)
    // SQLite only says that it cannot open its file: whether the folder can be written to says why.
    return {
      ok: false,
      cause: cause.code === 'io-error' ? await expectWritable(folder).then(() => cause, diskCause) : cause,
    }
  }
}

function lockFile(path: string): () => void {
  const db = new DatabaseSync(toNamespacedPath(path))
  try {
    // Without a journal on disk: there is nothing to take back.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw error
  }
  return () => db.close()
}
