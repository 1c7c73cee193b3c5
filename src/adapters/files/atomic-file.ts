import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { patiently } from './patience.ts'

/**
 * Replaces a file so that after a crash or power cut it holds the old text or the new one, whole.
 *
 * @throws the file system's error; the old file is untouched then
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.new`
  try {
    const file = await patiently(() => open(draft, 'w', 0o600))
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await renamePatiently(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Renames a file or folder, with patience where another program holds it for a moment. */
export function renamePatiently(from: string, to: string): Promise<void> {
  return patiently(() => rename(from, to))
}

/** Deletes a file or a folder with everything in it, with the same patience. What is not there is deleted. */
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
