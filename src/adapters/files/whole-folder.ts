import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { removePatiently, renamePatiently, syncFolder } from './atomic-file.ts'

/**
 * Makes a folder that appears under its name when it is whole and on the disk. Nothing that was there is touched: where
 * something has the name, or the draft's, it fails.
 *
 * @param draft as `newDraftName` gives it
 * @param fill writes into the draft, with `writeNew`
 * @throws the file system's error; the draft is gone then
 */
export async function makeWholeFolder(
  folder: string,
  draft: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  await mkdir(draft, { mode: 0o700 })
  try {
    await fill(draft)
    await syncFolder(draft)
    await renamePatiently(draft, folder)
  } catch (error) {
    await removePatiently(draft).catch(() => {})
    throw error
  }
  await syncFolder(dirname(folder))
}

/** Writes a file that is not there yet, for its owner only; on the disk when it resolves. @throws the file system's error */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
