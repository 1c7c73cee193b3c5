import { chmod, lstat } from 'node:fs/promises'
import { isOpenToOthers } from './own-file.ts'

/**
 * Takes from others what they may do with a file or a folder; of a link nothing, which leads to somebody's. Never
 * rejects: what is another account's stays as it is.
 */
export async function keepPrivate(path: string): Promise<void> {
  try {
    const seen = await lstat(path, { bigint: true })
    if (!isOpenToOthers(seen)) return
    if (seen.isFile()) await chmod(path, 0o600)
    else if (seen.isDirectory()) await chmod(path, 0o700)
  } catch {
    // Not there, or not ours.
  }
}
