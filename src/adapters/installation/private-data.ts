import { join } from 'node:path'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { filesIn, foldersIn, isThere } from '../files/folder.ts'
import { keepPrivate } from '../files/privacy.ts'

/** What Enlace keeps in its data folder; the rest there is Chromium's. */
const IN_DATA_FOLDER =
  /^((preferences|pin|proxy-sign-in|whatsapp-version)\.json|installation-id|activity\.db(-wal|-shm)?)$/
/** Among the organizations, and in the folder of each. */
const AMONG_ORGANIZATIONS = /^(forgotten|exports)\.json$/
const RECORD = 'organization.json'
const IN_ORGANIZATION = /^organization(\.copy|\.damaged)?\.json$|^organization\.lock$/
const GENERATION = /^g[0-9]+$/
const SNAPSHOTS = 'snapshots'

/**
 * For the start of the program: what Enlace has written is its owner's alone, also what an older version wrote, or a
 * copying program has put back for all to read. Folders that no Enlace has made are left as they are. Never rejects.
 *
 * @param root the folder of all organizations
 */
export async function keepDataPrivate(dataFolder: string, root: string): Promise<void> {
  if (process.platform === 'win32') return
  await keepPrivate(dataFolder)
  await keepFilesPrivate(dataFolder, IN_DATA_FOLDER)
  await keepPrivate(root)
  await keepFilesPrivate(root, AMONG_ORGANIZATIONS)
  await fewAtATime(await foldersIn(root), (name) => keepOrganizationPrivate(join(root, name)))
}

async function keepOrganizationPrivate(folder: string): Promise<void> {
  // Asked for by its name: what is no organization may hold any number of others.
  if (!(await isThere(join(folder, RECORD)).catch(() => false))) return
  await keepPrivate(folder)
  await keepFilesPrivate(folder, IN_ORGANIZATION)
  for (const name of await foldersIn(folder)) {
    if (!GENERATION.test(name)) continue
    const generation = join(folder, name)
    for (const own of [generation, join(generation, SNAPSHOTS)]) {
      await keepPrivate(own)
      await keepFilesPrivate(own, /./)
    }
  }
}

async function keepFilesPrivate(folder: string, own: RegExp): Promise<void> {
  for (const name of await filesIn(folder)) if (own.test(name)) await keepPrivate(join(folder, name))
}
