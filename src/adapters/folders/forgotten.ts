import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { readText } from '../files/plain-file.ts'

const FILE = 'forgotten.json'
const forgottenFile = z.object({ folders: z.array(z.string()) })

/**
 * Folders of other servers whose organizations were adopted, removed and have expired: they stay as they are, and are
 * not adopted again by themselves. A name that is no longer there is forgotten in its turn, so that a new folder with
 * it is taken up.
 *
 * @param names everything among the organizations
 */
export async function forgottenFolders(root: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = await read(root)
  const there = kept.filter((name) => names.includes(name))
  if (there.length < kept.length) await write(root, there)
  return new Set(there)
}

export async function forget(root: string, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return
  await write(root, [...new Set([...(await read(root)), ...folders])])
}

/** Nothing where it is missing or damaged: then what was removed comes back, stopped. */
async function read(root: string): Promise<readonly string[]> {
  try {
    return forgottenFile.parse(parseJson(await readText(join(root, FILE)))).folders
  } catch {
    return []
  }
}

async function write(root: string, folders: readonly string[]): Promise<void> {
  await writeAtomically(join(root, FILE), `${JSON.stringify({ folders })}\n`)
}
