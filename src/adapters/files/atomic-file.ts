import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { clearName } from './aside.ts'
import { newDraftName } from './draft.ts'
import { errorCode, patiently } from './patience.ts'

/**
 * Replaces a file so that after a crash or power cut it holds the old text or the new one, whole. What has the name
 * and is no file is set aside, and a link not followed; of a file that has two names, the other keeps the old text.
 *
 * @throws the file system's error; the old file is untouched then
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = newDraftName(path)
  const file = await patiently(() => open(draft, 'wx', 0o600))
  try {
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    clearName(path)
    await renamePatiently(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path))
}

/**
 * Replaces a file in one step, for where nothing can be waited for, neither the disk nor another program: after a power
 * cut the file may be empty.
 *
 * @throws the file system's error; the old file is untouched then
 */
export function replaceSync(path: string, text: string): void {
  const draft = newDraftName(path)
  writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
  try {
    clearName(path)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Renames a file or folder, with patience where another program holds it for a moment. */
export function renamePatiently(from: string, to: string): Promise<void> {
  return patiently(() => rename(from, to))
}

/** Deletes a file, or a link of that name and not what it leads to. */
export function removeFileSync(path: string): void {
  rmSync(path, { force: true })
}

/** Deletes a file, or a link of that name and not what it leads to; on the disk when it resolves. */
export async function removeFile(path: string): Promise<void> {
  try {
    await patiently(() => unlink(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  await syncFolder(dirname(path))
}

/**
 * Deletes a file or a folder with everything in it, with the same patience; of links, the links. What is not there is
 * deleted.
 */
export function removePatiently(path: string): Promise<void> {
  return patiently(() => rm(path, { recursive: true, force: true }))
}

/** Makes a rename in the folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
