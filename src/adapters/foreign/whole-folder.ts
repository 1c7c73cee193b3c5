import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { isThere, makeNewFolder } from '../files/folder.ts'
import { removeEmpty, removeFiles } from './removal.ts'

/** Writes a new file into the folder that is being made, for its owner only; on the disk when it resolves. */
export type WriteNew = (name: string, bytes: Uint8Array) => Promise<void>

/**
 * Makes a folder that appears under its name when it is whole and on the disk. Nothing that was there is touched: where
 * something has the name, it gets a number; where something has the draft's, it fails.
 *
 * @param draft as `newDraftName` gives it
 * @returns the folder
 * @throws the file system's error; what was written is gone then, and nothing else that has come into the draft
 */
export async function makeWholeFolder(
  folder: string,
  draft: string,
  fill: (write: WriteNew) => Promise<void>,
): Promise<string> {
  await makeNewFolder(draft)
  const written: string[] = []
  let place = draft
  try {
    await fill(async (name, bytes) => {
      written.push(name)
      await writeNew(join(draft, name), bytes)
    })
    await syncFolder(draft)
    // Not before: an empty folder that takes the name meanwhile would be replaced.
    const free = await freeName(folder)
    await renamePatiently(draft, free)
    place = free
    await syncFolder(dirname(free))
    return free
  } catch (error) {
    await removeFiles(place, written)
    await removeEmpty(place)
    throw error
  }
}

/** A link that leads nowhere has its name, too. */
async function freeName(path: string): Promise<string> {
  let candidate = path
  for (let n = 2; await isThere(candidate); n += 1) candidate = `${path}-${n}`
  return candidate
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
