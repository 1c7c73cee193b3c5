import { join } from 'node:path'
import type { Millis } from '../../contract/session-view.ts'
import { removeFile, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { newDraftName } from '../files/draft.ts'
import { filesIn, makeFolder } from '../files/folder.ts'
import { type AuthStore, openDatabase, type StorePlace } from './auth-store.ts'
import type { KeyVault } from './key-vault.ts'

const FOLDER = 'snapshots'
const KEPT = 3
/** Its place in the order and its time; names of older versions have the time alone. */
const NAME = /^(?:(\d{6,})-)?(\d{13})\.db$/

/** A copy in the making, as versions before this one named it, and what SQLite puts beside it. */
const OLDER_DRAFT = /^(?:\d{6,}-)?\d{13}\.db\.new(?:-wal|-shm|-journal)?$/

/**
 * Copies of a generation's database; only what opened and held together has such a name. Their order is counted: by
 * their times, copies that were made while the computer's clock was ahead would push out every later one.
 */
export interface Snapshots {
  /** When they were made, the newest first. */
  readonly list: () => Promise<readonly Millis[]>
  /** Copies the store, checks the copy, and keeps the newest few. @throws where the copy is not good */
  readonly make: (store: AuthStore) => Promise<Millis>
  /** Opens the newest one that is still good. */
  readonly openNewest: () => Promise<AuthStore | null>
}

/** @param generationFolder where the database is */
export function snapshotsOf(generationFolder: string, place: StorePlace, vault: KeyVault): Snapshots {
  const folder = join(generationFolder, FOLDER)

  /** The newest first. */
  const copies = async (): Promise<readonly Copy[]> => {
    return (await filesIn(folder))
      .flatMap((name) => copyNamed(name) ?? [])
      .toSorted((a, b) => b.place - a.place || b.at - a.at)
  }

  return {
    list: async () => (await copies()).map(({ at }) => at),

    async make(store) {
      const at = Date.now()
      await makeFolder(folder)
      const number = String(((await copies())[0]?.place ?? 0) + 1).padStart(6, '0')
      const path = join(folder, `${number}-${at}.db`)
      const draft = newDraftName(path)
      try {
        await store.backUp(draft)
        const copy = await openDatabase(draft, { ...place, linked: true }, vault)
        if (!copy.ok) throw new Error(`the copy is not good: ${copy.cause.code}`)
        copy.store.close()
        await renamePatiently(draft, path)
        await syncFolder(folder)
      } catch (error) {
        await removeFile(draft).catch(() => {})
        throw error
      }
      for (const { name } of (await copies()).slice(KEPT)) await removeFile(join(folder, name))
      return at
    },

    async openNewest() {
      for (const { name } of await copies()) {
        const opened = await openDatabase(join(folder, name), { ...place, linked: true }, vault)
        if (opened.ok) return opened.store
      }
      return null
    },
  }
}

/** The paths of a generation's copies. */
export async function copiesOf(generationFolder: string): Promise<readonly string[]> {
  const folder = join(generationFolder, FOLDER)
  return (await filesIn(folder)).flatMap((name) => (copyNamed(name) ? join(folder, name) : []))
}

/** Deletes what an older version has left of copies that a crash cut short: nothing else ever would. */
export async function removeOlderDrafts(generationFolder: string): Promise<void> {
  const folder = join(generationFolder, FOLDER)
  for (const name of await filesIn(folder)) if (OLDER_DRAFT.test(name)) await removeFile(join(folder, name))
}

interface Copy {
  readonly name: string
  readonly place: number
  readonly at: Millis
}

function copyNamed(name: string): Copy | null {
  const [, place = '0', at] = NAME.exec(name) ?? []
  return at === undefined ? null : { name, place: Number(place), at: Number(at) }
}
