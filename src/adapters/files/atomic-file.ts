import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { putAside } from './aside.ts'
import { newDraftName } from './draft.ts'
import { patiently } from './patience.ts'

/**
 * Replaces a file so that after a crash or power cut it holds the old text or the new one, whole. A link that has the
 * name is replaced and not followed; a folder is set aside.
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
    clearFolder(path)
    await renamePatiently(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path))
}

/** `writeAtomically`, for where nothing can be waited for: what another program holds is refused at once. */
export function writeAtomicallySync(path: string, text: string): void {
  const draft = newDraftName(path)
  const file = openSync(draft, 'wx', 0o600)
  try {
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    clearFolder(path)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolderSync(dirname(path))
}

/** Renames a file or folder, with patience where another program holds it for a moment. */
export function renamePatiently(from: string, to: string): Promise<void> {
  return patiently(() => rename(from, to))
}

/** Deletes a file, or a link of that name and not what it leads to; on the disk when it resolves. */
export async function removeFile(path: string): Promise<void> {
  await patiently(() => rm(path, { force: true }))
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

function syncFolderSync(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** No file can take a folder's name: whoever has made it keeps what is in it. */
function clearFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) putAside(path)
}
