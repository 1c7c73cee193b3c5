import { lstat, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { errorCode, isHeld, patiently } from '../files/patience.ts'

/** A file that could not be deleted, and the file system's error. */
export interface Undeleted {
  readonly name: string
  readonly error: unknown
}

/**
 * Deletes these files of a folder, and nothing else that has one of their names by now: a link is somebody's own. Those
 * that another program holds are waited for together. What is not there is deleted.
 *
 * @returns what stayed although it is a file
 */
export async function removeFiles(folder: string, names: Iterable<string>): Promise<readonly Undeleted[]> {
  const stayed = (await fewAtATime(names, (name) => attempt(folder, name, removeFile))).flat()
  const held = stayed.filter(({ error }) => isHeld(error))
  const again = await Promise.all(
    held.map(({ name }) => attempt(folder, name, (path) => patiently(() => removeFile(path)))),
  )
  return [...stayed.filter(({ error }) => !isHeld(error)), ...again.flat()]
}

/** Whether a folder could be removed: one in which anything lies stays. */
export async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await patiently(() => rmdir(folder))
    return true
  } catch {
    return false
  }
}

async function attempt(
  folder: string,
  name: string,
  remove: (path: string) => Promise<void>,
): Promise<readonly Undeleted[]> {
  try {
    await remove(join(folder, name))
    return []
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? [] : [{ name, error }]
  }
}

async function removeFile(path: string): Promise<void> {
  if ((await lstat(path)).isFile()) await unlink(path)
}
