import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What happens to a stored session on disk while Enlace does not have it open. */

const PAGE = 4096
/** The first letters say which key has sealed it; the rest is what it sealed. */
const PREFIX = 3

function storeIn(generation: string): string {
  return join(generation, 'auth.db')
}

/** Overwrites everything behind the first page, as a power cut or a worn disk does. */
export async function fillStore(generation: string, byte: number): Promise<void> {
  const store = storeIn(generation)
  await writeFile(store, (await readFile(store)).fill(byte, PAGE))
}

/** No copy to restore is left. */
export async function forgetCopies(generation: string): Promise<void> {
  await rm(join(generation, 'snapshots'), { recursive: true, force: true })
}

export function changeStore(generation: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(storeIn(generation))
  try {
    change(database)
  } finally {
    database.close()
  }
}

/** The system no longer has the key that has sealed this one, as after it was installed anew. */
export function loseKey(generation: string): void {
  changeStore(generation, (database) => {
    const sealed = database.prepare("SELECT value FROM meta WHERE name = 'data-key'").get()?.['value']
    if (!(sealed instanceof Uint8Array)) throw new Error('the store has no key')
    database.prepare("UPDATE meta SET value = ? WHERE name = 'data-key'").run(sealed.fill(0, PREFIX))
  })
}

/** Another program has the store open, and has noted itself as Enlace does. The returned function ends it. */
export async function holdStore(generation: string): Promise<() => void> {
  const database = new DatabaseSync(storeIn(generation))
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  const owner = { pid: '4312', account: 'caja', computer: 'TIENDA-2' }
  await writeFile(join(generation, 'owner.json'), JSON.stringify(owner))
  return () => {
    if (database.isOpen) database.close()
  }
}
