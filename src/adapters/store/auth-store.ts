import { randomBytes } from 'node:crypto'
import { join, toNamespacedPath } from 'node:path'
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Cause, CauseCode } from '../../contract/cause.ts'
import type { Finding, FindingCode } from '../../contract/session-view.ts'
import { syncFolder } from '../files/atomic-file.ts'
import { createTables, isSound, SCHEMA, schemaOf } from './auth-tables.ts'
import { CommitCount } from './commit-count.ts'
import { prepareDatabase } from '../files/database-file.ts'
import { diskCause } from '../files/disk-cause.ts'
import { expectWritable, makeFolder } from '../files/folder.ts'
import { sizeOf } from '../files/plain-file.ts'
import type { KeyVault } from './key-vault.ts'
import { bringUp } from './older-tables.ts'
import { KEY_BYTES, SealedRows } from '../seals/sealed-rows.ts'
import { sqliteCause } from './sqlite-cause.ts'
import { eachInSlices } from './slices.ts'
import { soundnessOf } from './soundness.ts'
import { guarded, StoreError } from './store-error.ts'

const FILE = 'auth.db'

/** One row to write; `value` null deletes it. */
export interface Entry {
  readonly type: string
  readonly id: string
  readonly value: Uint8Array | null
}

/** The sealed database of one generation. All calls but `backUp` are synchronous: what has returned is on disk. */
export interface AuthStore {
  /**
   * The database has gone back to an earlier state since its last commit: what is in it is genuine, but old. Ends with
   * the next commit, which must put that right.
   */
  readonly rolledBack: boolean
  /** How many values it holds. */
  readonly values: number
  /** @throws StoreError where the row is there but does not open */
  read(type: string, id: string): Uint8Array | null
  /** How many values of one type it holds. */
  count(type: string): number
  /** Everything. */
  entries(): readonly Entry[]
  /** The same one by one, so that others may have their turn in between. Nothing may be committed meanwhile. */
  eachEntry(): Iterable<Entry>
  /** Writes all entries in one transaction, durable on return. @throws StoreError; nothing is written then */
  commit(entries: readonly Entry[]): void
  /** Moves what is committed from the write-ahead log into the database file. */
  checkpoint(): void
  /** Copies the database to a new file while it is in use. */
  backUp(path: string): Promise<void>
  close(): void
}

export type StoreOutcome = { readonly ok: true; readonly store: AuthStore } | StoreRefusal

export interface StoreRefusal {
  readonly ok: false
  readonly cause: Cause
  readonly findings: readonly Finding[]
}

/** Where a store is, and whose. */
export interface StorePlace {
  readonly organizationId: string
  readonly generation: number
  /** A link was made here: finding nothing is damage, never a new store. */
  readonly linked: boolean
}

/** The database of a generation, inside the organization's folder. */
export function generationFolder(folder: string, generation: number): string {
  return join(folder, `g${generation}`)
}

/** The file of a generation's store. */
export function databaseOf(folder: string): string {
  return join(folder, FILE)
}

/** What SQLite may keep of a store in memory: the system keeps the file's pages anyway. */
const CACHE_KB = 64

/**
 * Opens a generation's store after checking all of it: the file, its tables and every seal. *Absent* makes a new
 * one only where nothing was ever linked; where a link should be, absence is damage.
 *
 * @param folder the generation's folder
 */
export async function openAuthStore(
  folder: string,
  place: StorePlace,
  vault: KeyVault,
): Promise<StoreOutcome> {
  const path = databaseOf(folder)
  try {
    if (place.linked && !(await exists(path))) return damaged('credentials-missing')
    await makeFolder(folder)
  } catch (error) {
    return refuse(sqliteCause(error))
  }
  const opened = await openDatabase(path, place, vault)
  if (opened.ok) {
    try {
      await syncFolder(folder)
    } catch (error) {
      opened.store.close()
      return refuse(diskCause(error))
    }
  } else if (opened.cause.code === 'io-error') return refuse(await folderCause(folder, opened.cause))
  return opened
}

/** SQLite only says that it cannot open its files: whether the disk lets itself be written says why. */
async function folderCause(folder: string, otherwise: Cause): Promise<Cause> {
  return expectWritable(folder).then(() => otherwise, diskCause)
}

/** Opens and checks a database file: a store, or a snapshot of one. */
export async function openDatabase(path: string, place: StorePlace, vault: KeyVault): Promise<StoreOutcome> {
  let db: DatabaseSync | null = null
  try {
    prepareDatabase(path)
    const soundness = await soundnessOf(path)
    // Windows ends paths at 260 characters unless they are written its long way; elsewhere this changes nothing.
    db = new DatabaseSync(toNamespacedPath(path))
    // Held until close, so that no second process can work on the same session. The lock dies with the process.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    // The check reads every page once; SQLite would keep them all, for every session, as long as it runs.
    db.exec(`PRAGMA cache_size = -${CACHE_KB}`)
    db.exec('BEGIN IMMEDIATE; COMMIT')

    const version = schemaOf(db)
    if (version > SCHEMA) return closing(db, refuse(cause('store-newer')))
    if (version === 0) {
      if (place.linked) return closing(db, damaged('credentials-missing'))
      createTables(db, await newDataKey(vault))
    }
    if (!(soundness ?? isSound(db))) return closing(db, damaged('file-damaged'))

    const wrapped = db.prepare("SELECT value FROM meta WHERE name = 'data-key'").get()?.['value']
    if (!(wrapped instanceof Uint8Array)) return closing(db, damaged('file-damaged'))
    const unwrapped = await vault.unwrap(wrapped)
    if (!unwrapped.ok) {
      return closing(db, refuse(cause(unwrapped.why === 'locked' ? 'vault-locked' : 'vault-lost')))
    }
    if (unwrapped.key.length !== KEY_BYTES) return closing(db, damaged('file-damaged'))
    if (unwrapped.renewed) {
      db.prepare("UPDATE meta SET value = ? WHERE name = 'data-key'").run(unwrapped.renewed)
    }

    const rows = new SealedRows(unwrapped.key, place)
    unwrapped.key.fill(0)
    const older = version > 0 && version < SCHEMA ? await bringUp(db, version, rows) : 0
    if (older > 0) return closing(db, damaged('seal-broken', older))
    const store = new SealedDatabase(db, rows, new CommitCount(path))
    const broken = await store.brokenSeals()
    return broken === 0 ? { ok: true, store } : closing(db, damaged('seal-broken', broken))
  } catch (error) {
    const because = error instanceof StoreError ? error.cause : sqliteCause(error)
    return closing(db, because.code === 'damaged-store' ? damaged('file-damaged') : refuse(because))
  }
}

class SealedDatabase implements AuthStore {
  readonly #db: DatabaseSync
  readonly #rows: SealedRows
  readonly #noted: CommitCount
  readonly #count: StatementSync
  #commits: number
  #rolledBack: boolean
  readonly #select: StatementSync
  readonly #upsert: StatementSync
  readonly #delete: StatementSync

  constructor(db: DatabaseSync, rows: SealedRows, noted: CommitCount) {
    this.#db = db
    this.#rows = rows
    this.#select = db.prepare('SELECT value FROM entry WHERE type = ? AND hash = ?')
    this.#upsert = db.prepare(
      'INSERT INTO entry (type, hash, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    )
    this.#delete = db.prepare('DELETE FROM entry WHERE type = ? AND hash = ?')
    this.#count = db.prepare('UPDATE commits SET count = ?')
    this.#noted = noted
    const count = Number(db.prepare('SELECT count FROM commits').get()?.['count'])
    const before = noted.read()
    this.#rolledBack = before > count
    this.#commits = Math.max(before, count)
  }

  read(type: string, id: string): Uint8Array | null {
    return guarded(() => {
      const hash = this.#rows.hashOf(type, id)
      const sealed = this.#select.get(type, hash)?.['value']
      return sealed === undefined ? null : contentOf(type, this.#rows.openAs(type, id, hash, sealed))
    })
  }

  commit(entries: readonly Entry[]): void {
    if (entries.length === 0) return
    guarded(() => {
      this.#db.exec('BEGIN IMMEDIATE')
      try {
        for (const { type, id, value } of entries) {
          const hash = this.#rows.hashOf(type, id)
          if (value === null) this.#delete.run(type, hash)
          else this.#upsert.run(type, hash, this.#rows.seal(type, hash, id, value))
        }
        this.#count.run(this.#commits + 1)
        this.#db.exec('COMMIT')
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
        throw error
      }
      this.#commits += 1
      this.#rolledBack = false
      this.#noted.write(this.#commits)
    })
  }

  checkpoint(): void {
    guarded(() => this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
    this.#noted.close()
  }

  get rolledBack(): boolean {
    return this.#rolledBack
  }

  count(type: string): number {
    return guarded(() =>
      Number(this.#db.prepare('SELECT count(*) AS n FROM entry WHERE type = ?').get(type)?.['n']),
    )
  }

  get values(): number {
    return guarded(() => Number(this.#db.prepare('SELECT count(*) AS n FROM entry').get()?.['n']))
  }

  entries(): readonly Entry[] {
    return [...this.eachEntry()]
  }

  *eachEntry(): Generator<Entry, void, void> {
    const rows = guarded(() => this.#db.prepare('SELECT type, hash, value FROM entry').iterate())
    for (;;) {
      const { done, value: row } = guarded(() => rows.next())
      if (done) return
      const type = String(row['type'])
      yield { type, ...guarded(() => contentOf(type, this.#rows.open(type, row['hash'], row['value']))) }
    }
  }

  async backUp(path: string): Promise<void> {
    prepareDatabase(path)
    await backup(this.#db, toNamespacedPath(path))
  }

  /** How many values do not open; a store of hundreds of thousands takes seconds, and nobody waits for it meanwhile. */
  async brokenSeals(): Promise<number> {
    let broken = 0
    const rows = this.#db.prepare('SELECT type, hash, value FROM entry').iterate()
    await eachInSlices(rows, ({ type, hash, value }) => {
      if (!this.#rows.isWhole(String(type), hash, value)) broken += 1
    })
    return broken
  }
}

/** @throws StoreError where it is nothing */
function contentOf<T>(type: string, content: T | null): T {
  if (content === null)
    throw new StoreError({ code: 'damaged-store', detail: null }, `a ${type} does not open`)
  return content
}

/** A data key for a new store, wrapped. A vault that is locked now is no reason to call anything damaged. */
async function newDataKey(vault: KeyVault): Promise<Uint8Array> {
  return vault.wrap(randomBytes(KEY_BYTES)).catch((error: unknown) => {
    throw new StoreError(cause('vault-locked'), String(error))
  })
}

function cause(code: CauseCode): Cause {
  return { code, detail: null }
}

function refuse(because: Cause): StoreRefusal {
  return { ok: false, cause: because, findings: [] }
}

/** The store is there and is not what it was. */
export function damaged(code: FindingCode, count = 1): StoreRefusal {
  return { ok: false, cause: cause('damaged-store'), findings: [{ code, severity: 'damage', count }] }
}

function closing(db: DatabaseSync | null, outcome: StoreRefusal): StoreRefusal {
  if (db?.isOpen) db.close()
  return outcome
}

/** @throws where it cannot be told: what cannot be looked at now is neither absent nor damaged */
async function exists(path: string): Promise<boolean> {
  try {
    return (await sizeOf(path)) > 0
  } catch (error) {
    if (diskCause(error).code === 'folder-missing') return false
    throw error
  }
}
