import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { writeAtomically } from '../files/atomic-file.ts'
import { putAside } from '../files/aside.ts'
import { errorCode } from '../files/patience.ts'
import { readText } from '../files/plain-file.ts'

const FILE = 'installation-id'

const MOST_BYTES = 100

export interface Installation {
  readonly id: string
  /** The file could not be read and was kept under this name. */
  readonly setAside: string | null
}

/**
 * Names this installation. What it seals is noted with it, so that another computer's folder is known as such.
 *
 * @param sealer finds out where the file is lost; null where nothing was sealed here yet
 * @throws the file system's error where nothing can be kept there
 */
export async function installationOf(
  dataFolder: string,
  sealer: () => Promise<string | null>,
): Promise<Installation> {
  const path = join(dataFolder, FILE)
  const { kept, setAside } = await read(path)
  if (kept !== null) return { id: kept, setAside }
  const id = (await sealer()) ?? randomUUID()
  await writeAtomically(path, `${id}\n`)
  return { id, setAside }
}

/** Null where it is not there, or is no id. */
async function read(
  path: string,
): Promise<{ readonly kept: string | null; readonly setAside: string | null }> {
  try {
    const text = (await readText(path, MOST_BYTES)).trim()
    return { kept: /^[0-9a-f-]{36}$/.test(text) ? text : null, setAside: null }
  } catch (error) {
    return { kept: null, setAside: errorCode(error) === 'ENOENT' ? null : putAside(path) }
  }
}
