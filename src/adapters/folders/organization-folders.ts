import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Cause } from '../../contract/cause.ts'
import type { About } from '../../contract/session-view.ts'
import type { Folders, FoundFolder, LockOutcome, WriteOutcome } from '../../engine/ports.ts'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { withinTime } from '../files/deadline.ts'
import { diskCause } from '../files/disk-cause.ts'
import { newDraftName } from '../files/draft.ts'
import { isThere, makeFolders, makeNewFolder } from '../files/folder.ts'
import { lockFolder } from './folder-lock.ts'
import { ownerOf } from './folder-owner.ts'
import { Forgotten } from './forgotten.ts'
import { Lookout } from '../discovery/lookout.ts'
import { readRecord, writeRecord } from '../records/record-file.ts'
import { isBeingMade, removeOrganization, removeWhole, sweepDrafts, sweepGenerations } from './sweep.ts'
import { walk } from '../discovery/walk.ts'

/** Longer than a disk that answers takes to name what lies in one folder, however much that is. */
const LIST_MS = 20_000
/** What an organization's folder holds at most is far less; of more, the size is that of a part. */
const SIZED = { most: 10_000, depth: 4 } as const
const SIZE_MS = 3_000

/** The folder of one organization, below the folder of all of them. */
export function organizationFolder(root: string, sessionName: string): string {
  return join(root, sessionName)
}

/** The organizations' folders below `root`, which is made where it is missing. */
export function organizationFolders(root: string): Folders {
  const lookout = new Lookout(root)
  const forgotten = new Forgotten(root)
  return {
    async list(familiar) {
      const names = await withinTime(
        LIST_MS,
        makeFolders(root).then(() => readdir(root)),
      )
      const found = await lookout.look(
        names.filter((name) => !isBeingMade(name)),
        familiar,
      )
      const left = await forgotten.among(names).catch((): ReadonlySet<string> => new Set())
      return found
        .filter(({ kind, folder }) => kind !== 'multi-file' || !left.has(folder))
        .toSorted(byCreation)
    },

    async create(record) {
      const folder = organizationFolder(root, record.sessionName)
      const draft = newDraftName(folder)
      try {
        await makeFolders(root)
        if (await isThere(folder)) return { ok: false, cause: { code: 'io-error', detail: null } }
        await makeNewFolder(draft)
      } catch (error) {
        return { ok: false, cause: diskCause(error) }
      }
      try {
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
      await removeWhole(join(organizationFolder(root, record.sessionName), `g${generation}`))
    },

    sweep: (record) => sweepGenerations(organizationFolder(root, record.sessionName), record),

    sweepDrafts: () => sweepDrafts(root),

    async discard(record) {
      const folder = organizationFolder(root, record.sessionName)
      const found = await readRecord(folder)
      if (found.ok ? found.record.removedAt === null : found.newer) return
      await forgotten.add(record.aliases)
      await removeOrganization(folder)
    },

    size: (record, generation) =>
      sizeOf(join(organizationFolder(root, record.sessionName), generation === null ? '' : `g${generation}`)),

    lock: (known) => lock(organizationFolder(root, known.sessionName), known),

    write: (record) => write(organizationFolder(root, record.sessionName), record),
  }
}

/** Of what can be looked at in time. */
async function sizeOf(path: string): Promise<number> {
  let bytes = 0
  const adding = async () => {
    for await (const { size, isFile } of walk(path, SIZED)) bytes += isFile ? size : 0
  }
  await withinTime(SIZE_MS, adding()).catch(() => {})
  return bytes
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
    const found = await readRecord(folder)
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
  const found = await readRecord(folder).catch(() => null)
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
