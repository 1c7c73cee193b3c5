import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Cause } from '../../contract/cause.ts'
import type { About } from '../../contract/session-view.ts'
import type { Folders, FoundFolder, LockOutcome, WriteOutcome } from '../../engine/ports.ts'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removePatiently, renamePatiently, syncFolder, writeAtomically } from '../files/atomic-file.ts'
import { diskCause } from '../files/disk-cause.ts'
import { draftOf, isDraft } from '../files/draft.ts'
import { makeFolders } from '../files/folder.ts'
import { lockFolder } from './folder-lock.ts'
import { ownerOf } from './folder-owner.ts'
import { forget, forgottenFolders } from './forgotten.ts'
import { type Parsed, parseOrganization, printOrganization } from './organization-file.ts'
import { isHeld, patiently } from '../files/patience.ts'
import { readText } from '../files/plain-file.ts'
import { removeWhole, sweepDrafts, sweepGenerations } from './sweep.ts'

const RECORD = 'organization.json'
const COPY = 'organization.copy.json'
const DAMAGED = 'organization.damaged.json'

/** The folder of one organization, below the folder of all of them. */
export function organizationFolder(root: string, sessionName: string): string {
  return join(root, sessionName)
}

/** The organizations' folders below `root`, which is made where it is missing. */
export function organizationFolders(root: string): Folders {
  return {
    async list(familiar) {
      await makeFolders(root)
      const names = (await readdir(root)).filter((name) => !isDraft(name))
      const found = await Promise.all(names.map((name) => look(root, name, familiar.has(name))))
      const forgotten = await forgottenFolders(root, names).catch(() => new Set())
      return found
        .flat()
        .filter(({ kind, folder }) => kind !== 'multi-file' || !forgotten.has(folder))
        .toSorted(byCreation)
    },

    async create(record) {
      const folder = organizationFolder(root, record.sessionName)
      const draft = draftOf(folder)
      try {
        await makeFolders(root)
        if (existsSync(folder)) return { ok: false, cause: { code: 'io-error', detail: null } }
        await removePatiently(draft)
        await mkdir(draft, { mode: 0o700 })
        await writeRecord(draft, record)
        await renamePatiently(draft, folder)
        await syncFolder(root)
        return { ok: true }
      } catch (error) {
        await removePatiently(draft).catch(() => {})
        return { ok: false, cause: diskCause(error) }
      }
    },

    async discardGeneration(record, generation) {
      if (generation === record.generation) throw new Error('the current generation is not discarded')
      await discard(join(organizationFolder(root, record.sessionName), `g${generation}`))
    },

    sweep: (record) => sweepGenerations(organizationFolder(root, record.sessionName), record),

    sweepDrafts: () => sweepDrafts(root),

    async discard(record) {
      const folder = organizationFolder(root, record.sessionName)
      const found = await parseFile(join(folder, RECORD))
      if (found.ok ? found.record.removedAt === null : found.newer) return
      await forget(root, record.aliases)
      await discard(folder)
    },

    size: (record, generation) =>
      sizeOf(join(organizationFolder(root, record.sessionName), generation === null ? '' : `g${generation}`)),

    lock: (known) => lock(organizationFolder(root, known.sessionName), known),

    write: (record) => write(organizationFolder(root, record.sessionName), record),
  }
}

/** One name among the organizations; nothing that is wrong with it may hide the others. */
async function look(root: string, folder: string, familiar: boolean): Promise<readonly FoundFolder[]> {
  const path = join(root, folder)
  try {
    // Followed where it is a link: people move big folders that way.
    if (!(await stat(path)).isDirectory()) return []
    return [await read(path, folder, familiar)]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ kind: 'unreadable', folder, reason, fingerprint: () => Promise.resolve(reason) }]
  }
}

async function read(path: string, folder: string, familiar: boolean): Promise<FoundFolder> {
  const fingerprint = () => fingerprintOf(path)
  const main = await parseFile(join(path, RECORD))
  // A newer Enlace knows better than a copy that this one could read.
  const trusted = main.ok ? main.record.sessionName === folder : main.newer
  const parsed = trusted ? main : await recovered(path, folder, main, familiar)
  if (parsed.ok) return { kind: 'organization', folder, record: parsed.record, fingerprint }
  // Looked for only where there is no record: a folder of Enlace's is Enlace's, whatever else lies in it.
  if (!existsSync(join(path, RECORD)) && existsSync(join(path, 'creds.json'))) {
    return { kind: 'multi-file', folder, fingerprint }
  }
  return { kind: 'unreadable', folder, reason: parsed.reason, fingerprint }
}

async function parseFile(path: string): Promise<Parsed> {
  try {
    return parseOrganization(await readText(path))
  } catch (error) {
    // What somebody holds on to all the time is whole: a crash may have left the copy one write behind it.
    if (isHeld(error)) throw error
    return { ok: false, newer: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The copy of a record that cannot be read or speaks of another folder, if the copy can be and speaks of this one. The
 * damaged file is kept under another name.
 *
 * @param familiar somebody runs it and writes its record: the copy may already be the older of the two
 */
async function recovered(path: string, folder: string, damaged: Parsed, familiar: boolean): Promise<Parsed> {
  const copy = await parseFile(join(path, COPY))
  if (!copy.ok || copy.record.sessionName !== folder) return damaged
  if (familiar) return copy
  await renamePatiently(join(path, RECORD), join(path, DAMAGED)).catch(() => {})
  await writeRecord(path, copy.record)
  return copy
}

async function discard(path: string): Promise<void> {
  if (existsSync(path)) await removeWhole(path)
}

async function sizeOf(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(path, name)).catch(() => null)
      return found?.isFile() ? found.size : 0
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Names, sizes and times of everything in a folder and its subfolders; of one that cannot be listed, why. */
async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(path, { recursive: true }).catch((error: unknown) => [String(error)])
  for (const name of names.toSorted()) {
    const found = await stat(join(path, name)).catch(() => null)
    hash.update(`${name}\0${found?.size ?? 0}\0${found?.mtimeMs ?? 0}\n`)
  }
  return hash.digest('hex')
}

/**
 * Writes `organization.json` into a folder, atomically, and a copy of it for the day it cannot be read.
 *
 * @throws the file system's error; the old record is untouched then
 */
export async function writeRecord(folder: string, record: OrganizationRecord): Promise<void> {
  const text = printOrganization(record)
  await writeAtomically(join(folder, RECORD), text)
  try {
    await writeAtomically(join(folder, COPY), text)
  } catch {
    // The record itself is written. A copy that says something older would be worse than none.
    await patiently(() => rm(join(folder, COPY), { force: true })).catch(() => {})
  }
}

async function lock(folder: string, known: OrganizationRecord): Promise<LockOutcome> {
  const locked = await lockFolder(folder)
  if (!locked.ok) {
    const inUse = locked.cause.code === 'folder-in-use'
    return { kind: 'refused', cause: locked.cause, about: inUse ? await holderOf(folder, known) : null }
  }
  const { release } = locked
  const refused = (cause: Cause): LockOutcome => {
    release()
    return { kind: 'refused', cause, about: null }
  }
  try {
    const found = await parseFile(join(folder, RECORD))
    // What cannot be read is no news: the next write mends it. What a newer Enlace wrote is not written over.
    if (!found.ok) {
      return found.newer ? refused({ code: 'store-newer', detail: null }) : { kind: 'held', release }
    }
    const { record } = found
    const isKnown = isDeepStrictEqual({ ...record, elsewhere: known.elsewhere }, known)
    if (isKnown || record.sessionName !== known.sessionName) return { kind: 'held', release }
    release()
    return { kind: 'overtaken', record }
  } catch (error) {
    return refused(diskCause(error))
  }
}

/** Whoever holds the folder has noted it in the generation that it uses, which may be a newer one. */
async function holderOf(folder: string, known: OrganizationRecord): Promise<About | null> {
  const found = await parseFile(join(folder, RECORD)).catch(() => null)
  const { generation } = found?.ok ? found.record : known
  return ownerOf(join(folder, `g${generation}`))
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
