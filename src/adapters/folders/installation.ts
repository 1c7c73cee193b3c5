import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../files/atomic-file.ts'
import { errorCode, patiently } from '../files/patience.ts'

const FILE = 'installation-id'

/**
 * Names this installation. What it seals is noted with it, so that another computer's folder is known as such.
 *
 * @param sealer finds out where the file is lost; null where nothing was sealed here yet
 * @throws the file system's error where it cannot be told: an id made in its place would stop every session
 */
export async function installationId(
  dataFolder: string,
  sealer: () => Promise<string | null>,
): Promise<string> {
  const path = join(dataFolder, FILE)
  const kept = await read(path)
  if (kept !== null) return kept
  const found = (await sealer()) ?? randomUUID()
  await writeAtomically(path, `${found}\n`)
  return found
}

/** Null where it is not there, or is no id. */
async function read(path: string): Promise<string | null> {
  try {
    const kept = (await patiently(() => readFile(path, 'utf8'))).trim()
    return /^[0-9a-f-]{36}$/.test(kept) ? kept : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
