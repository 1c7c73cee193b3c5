import { lstat, realpath, stat } from 'node:fs/promises'
import type { Place } from '../../engine/record.ts'

/**
 * Where a folder really is, and which one it is: what has its name later may be a link to somewhere else, or another
 * folder.
 *
 * @throws the file system's error where it is not there
 */
export async function placeOf(folder: string): Promise<Place> {
  const path = await realpath(folder)
  const { ino, birthtimeNs } = await lstat(path, { bigint: true })
  return { path, inode: String(ino), born: String(birthtimeNs) }
}

/**
 * Whether what has the folder's name now is what was there then. Some file systems number their files anew whenever
 * they are plugged in, as those of memory sticks, and others do not say when a folder was made: not both.
 *
 * @param then null where it was not noted: no link is followed then
 */
export async function isStill(folder: string, then: Place | null): Promise<boolean> {
  if (then === null) return isFolder(folder)
  const now = await placeOf(folder)
  if (now.path !== then.path) return false
  const toldBirth = ![now.born, then.born].includes('0')
  return toldBirth ? now.born === then.born : now.inode === then.inode
}

/** Whether it is a folder, and no way to one. @throws the file system's error where nothing is there */
export async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path)).isDirectory()
}

/** What tells a folder by whatever way it was reached: its path without links, and its number, for two such paths may lead to one. */
export async function marksOf(folder: string): Promise<readonly string[]> {
  const [path, { dev, ino }] = await Promise.all([realpath(folder), stat(folder, { bigint: true })])
  return ino === 0n ? [path] : [path, `${dev}:${ino}`]
}
