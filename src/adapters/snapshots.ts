import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Millis } from '../contract/session-view.ts'
import { removePatiently, renamePatiently, syncFolder } from './atomic-file.ts'
import { type AuthStore, makeFolder, openDatabase, type StorePlace } from './auth-store.ts'
import type { KeyVault } from './key-vault.ts'

const FOLDER = 'snapshots'
const KEPT = 3
const NAME = /^(\d{13})\.db$/

/** Copies of a generation's database, named by their time; only what opened and held together has such a name. */
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
  const pathOf = (at: Millis) => join(folder, `${at}.db`)

  const list = async (): Promise<readonly Millis[]> => {
    const names = await readdir(folder).catch(() => [])
    return names
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a)
  }

  return {
    list,

    async make(store) {
      const at = Date.now()
      const draft = `${pathOf(at)}.new`
      await makeFolder(folder)
      try {
        await store.backUp(draft)
        const copy = await openDatabase(draft, { ...place, linked: true }, vault)
        if (!copy.ok) throw new Error(`the copy is not good: ${copy.cause.code}`)
        copy.store.close()
        await renamePatiently(draft, pathOf(at))
        await syncFolder(folder)
      } catch (error) {
        await removePatiently(draft)
        throw error
      }
      for (const old of (await list()).slice(KEPT)) await removePatiently(pathOf(old))
      return at
    },

    async openNewest() {
      for (const at of await list()) {
        const opened = await openDatabase(pathOf(at), { ...place, linked: true }, vault)
        if (opened.ok) return opened.store
      }
      return null
    },
  }
}
