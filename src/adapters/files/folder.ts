import { lstat, mkdir } from 'node:fs/promises'
import { errorCode } from './patience.ts'

/**
 * Makes a folder for its owner only. Not with its parents: an organization's folder that has vanished is reported, not
 * made again. One that is there is left as it is.
 */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
}

/** The same with its parents. */
export async function makeFolders(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

/** Whether something has the name, be it a link that leads nowhere. @throws where that cannot be told */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return false
    throw error
  }
}
