import { dirname, join } from 'node:path'
import type { ExportRefusal } from '../../engine/ports.ts'
import { diskCause } from '../files/disk-cause.ts'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { marksOf, placeOf } from '../foreign/known-folder.ts'
import { entriesOf } from '../foreign/listing.ts'
import { readCreds } from './baileys-files.ts'
import { identityOf } from './baileys-source.ts'
import { LIMITS } from './limits.ts'

/**
 * Why nothing may be written below `target`, by whatever way it is reached: in Enlace's own data it would be taken for a
 * session of another server, with its keys in plain text, and in another server's session for a part of that.
 */
export async function exportRefusal(root: string, target: string): Promise<ExportRefusal | null> {
  try {
    const own = await ownFolders(root)
    for (const folder of await upFrom(target)) {
      if ((await marksOf(folder)).some((mark) => own.has(mark))) return { ok: false, why: 'own-data' }
      if (await isSession(folder)) return { ok: false, why: 'other-session' }
    }
    return null
  } catch (error) {
    return { ok: false, why: 'storage', cause: diskCause(error) }
  }
}

/** That of all its data, and, as each may be a way to another disk, those of the organizations. */
async function ownFolders(root: string): Promise<ReadonlySet<string>> {
  const folders = [dirname(root), root]
  for await (const entry of entriesOf(root)) {
    if (entry.isDirectory() || entry.isSymbolicLink()) folders.push(join(root, entry.name))
  }
  const marks = await fewAtATime(folders, (folder) => marksOf(folder).catch(() => []))
  return new Set(marks.flat())
}

/** A folder, and every one that it lies in. @throws the file system's error where it is none */
async function upFrom(folder: string): Promise<readonly string[]> {
  const way = [(await placeOf(folder)).path]
  for (let at = way[0] ?? ''; dirname(at) !== at; at = dirname(at)) way.push(dirname(at))
  return way
}

/** Whether another server's session lies in a folder. */
async function isSession(folder: string): Promise<boolean> {
  try {
    identityOf(await readCreds(folder, LIMITS))
    return true
  } catch {
    return false
  }
}
