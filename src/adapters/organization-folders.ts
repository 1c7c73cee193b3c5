import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folders, FoundFolder, WriteOutcome } from '../engine/ports.ts'
import type { OrganizationRecord } from '../engine/record.ts'
import { syncFolder, writeAtomically } from './atomic-file.ts'
import { diskCause } from './disk-cause.ts'
import { parseOrganization, printOrganization } from './organization-file.ts'

const RECORD = 'organization.json'
const DRAFT = '.new'

/** A folder that is being made: it gets its name when it is whole. */
export function draftOf(folder: string): string {
  return `${folder}${DRAFT}`
}

function isDraft(name: string): boolean {
  return name.endsWith(DRAFT)
}

/** The folder of one organization, below the folder of all of them. */
export function organizationFolder(root: string, sessionName: string): string {
  return join(root, sessionName)
}

/** The organizations' folders below `root`, which is made where it is missing. */
export function organizationFolders(root: string): Folders {
  return {
    async list() {
      await mkdir(root, { recursive: true, mode: 0o700 })
      const entries = await readdir(root, { withFileTypes: true })
      const folders = entries
        .filter((entry) => entry.isDirectory() && !isDraft(entry.name))
        .map((entry) => entry.name)
      const found = await Promise.all(folders.map((folder) => read(root, folder)))
      return found.toSorted(byCreation)
    },

    async create(record) {
      const folder = organizationFolder(root, record.sessionName)
      const draft = draftOf(folder)
      try {
        await mkdir(root, { recursive: true, mode: 0o700 })
        if (existsSync(folder)) return { ok: false, cause: { code: 'io-error', detail: null } }
        await rm(draft, { recursive: true, force: true })
        await mkdir(draft, { mode: 0o700 })
        await writeRecord(draft, record)
        await rename(draft, folder)
        await syncFolder(root)
        return { ok: true }
      } catch (error) {
        return { ok: false, cause: diskCause(error) }
      }
    },

    write: (record) => write(organizationFolder(root, record.sessionName), record),
  }
}

async function read(root: string, folder: string): Promise<FoundFolder> {
  const path = join(root, folder)
  let text: string
  try {
    text = await readFile(join(path, RECORD), 'utf8')
  } catch (error) {
    // Looked for only where there is no record: a folder of Enlace's is Enlace's, whatever else lies in it.
    if (existsSync(join(path, 'creds.json'))) {
      return { kind: 'multi-file', folder, fingerprint: await fingerprintOf(path) }
    }
    return { kind: 'unreadable', folder, reason: error instanceof Error ? error.message : String(error) }
  }
  const parsed = parseOrganization(text)
  return parsed.ok
    ? { kind: 'organization', folder, record: parsed.record, fingerprint: await fingerprintOf(path) }
    : { kind: 'unreadable', folder, reason: parsed.reason }
}

/** Names, sizes and times of everything in a folder and its subfolders. */
async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(path, { recursive: true })
  for (const name of names.toSorted()) {
    const found = await stat(join(path, name)).catch(() => null)
    hash.update(`${name}\0${found?.size ?? 0}\0${found?.mtimeMs ?? 0}\n`)
  }
  return hash.digest('hex')
}

/** Writes `organization.json` into a folder, atomically. @throws the file system's error */
export async function writeRecord(folder: string, record: OrganizationRecord): Promise<void> {
  await writeAtomically(join(folder, RECORD), printOrganization(record))
}

async function write(folder: string, record: OrganizationRecord): Promise<WriteOutcome> {
  try {
    await writeRecord(folder, record)
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
