import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportRefusal } from '../../engine/ports.ts'
import { diskCause } from '../files/disk-cause.ts'
import { fewAtATime } from '../files/few-at-a-time.ts'
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
      if ((await waysTo(folder)).some((way) => own.has(way))) return { ok: false, why: 'own-data' }
      if (await isSession(folder)) return { ok: false, why: 'other-session' }
    }
    return null
  } catch (error) {
    return { ok: false, why: 'storage', cause: diskCause(error) }
  }
}

/** That of all its data, and, as each may be a way to another disk, those of the organizations. */
async function ownFolders(root: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.flatMap((entry) =>
    entry.isDirectory() || entry.isSymbolicLink() ? [join(root, entry.name)] : [],
  )
  const ways = await fewAtATime([dirname(root), root, ...folders], (folder) => waysTo(folder).catch(() => []))
  return new Set(ways.flat())
}

/** A folder, and every one that it lies in. @throws the file system's error where it is none */
async function upFrom(folder: string): Promise<readonly string[]> {
  const way = [await realpath(folder)]
  for (let at = way[0] ?? ''; dirname(at) !== at; at = dirname(at)) way.push(dirname(at))
  return way
}

/** Its path without links, and its number, for two such paths may lead to one folder. */
async function waysTo(folder: string): Promise<readonly string[]> {
  const [path, { dev, ino }] = await Promise.all([realpath(folder), stat(folder, { bigint: true })])
  return ino === 0n ? [path] : [path, `${dev}:${ino}`]
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
