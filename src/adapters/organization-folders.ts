import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folders, FoundFolder, WriteOutcome } from '../engine/ports.ts'
import type { OrganizationRecord } from '../engine/record.ts'
import { syncFolder, writeAtomically } from './atomic-file.ts'
import { diskCause } from './disk-cause.ts'
import { parseOrganization, printOrganization } from './organization-file.ts'

const RECORD = 'organization.json'

/** The folder of one organization, below the folder of all of them. */
export function organizationFolder(root: string, sessionName: string): string {
  return join(root, sessionName)
}

/** The organizations' folders below `root`, which is made where it is missing. */
export function organizationFolders(root: string): Folders {
  const recordPath = (record: OrganizationRecord) =>
    join(organizationFolder(root, record.sessionName), RECORD)

  return {
    async list() {
      await mkdir(root, { recursive: true, mode: 0o700 })
      const entries = await readdir(root, { withFileTypes: true })
      const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
      const found = await Promise.all(folders.map((folder) => read(root, folder)))
      return found.toSorted(byCreation)
    },

    async create(record) {
      const folder = organizationFolder(root, record.sessionName)
      try {
        await mkdir(root, { recursive: true, mode: 0o700 })
        await mkdir(folder, { mode: 0o700 })
      } catch (error) {
        return { ok: false, cause: diskCause(error) }
      }
      const outcome = await write(recordPath(record), record)
      // Without its record the folder is nothing; leaving it would block the name.
      if (!outcome.ok) await rm(folder, { recursive: true, force: true })
      else await syncFolder(root)
      return outcome
    },

    write: (record) => write(recordPath(record), record),
  }
}

async function read(root: string, folder: string): Promise<FoundFolder> {
  let text: string
  try {
    text = await readFile(join(root, folder, RECORD), 'utf8')
  } catch (error) {
    return { kind: 'unreadable', folder, reason: error instanceof Error ? error.message : String(error) }
  }
  const parsed = parseOrganization(text)
  if (!parsed.ok) return { kind: 'unreadable', folder, reason: parsed.reason }
  if (parsed.record.sessionName !== folder) {
    return {
      kind: 'unreadable',
      folder,
      reason: `its record names another folder, ${parsed.record.sessionName}`,
    }
  }
  return { kind: 'organization', record: parsed.record }
}

async function write(path: string, record: OrganizationRecord): Promise<WriteOutcome> {
  try {
    await writeAtomically(path, printOrganization(record))
    return { ok: true }
  } catch (error) {
    return { ok: false, cause: diskCause(error) }
  }
}

/** The order in which a person added them, which is the order of the list for ever. */
function byCreation(a: FoundFolder, b: FoundFolder): number {
  if (a.kind !== 'organization' || b.kind !== 'organization')
    return a.kind === b.kind ? 0 : a.kind === 'organization' ? -1 : 1
  return a.record.createdAt - b.record.createdAt || a.record.sessionName.localeCompare(b.record.sessionName)
}
