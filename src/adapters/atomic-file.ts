import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Virus scanners and sync clients hold files for moments; Windows then refuses the rename. */
const HELD_BY_OTHERS = new Set(['EPERM', 'EBUSY', 'EACCES'])
const RENAME_TRIES = 10
const RENAME_PAUSE_MS = 30

/**
 * Replaces a file so that after a crash or power cut it holds the old text or the new one, whole.
 *
 * @throws the file system's error; the old file is untouched then
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.new`
  try {
    const file = await open(draft, 'w', 0o600)
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

/** Renames a file or folder, again and again for a second where another program holds it for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (process.platform !== 'win32' || !HELD_BY_OTHERS.has(code) || tries === RENAME_TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS * tries))
    }
  }
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
