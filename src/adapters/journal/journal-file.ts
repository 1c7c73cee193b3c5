import { basename, toNamespacedPath } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { JournalTrouble } from '../../contract/activity.ts'
import type { Millis } from '../../contract/session-view.ts'
import type { Journal, JournalEntry, Log } from '../../engine/ports.ts'
import { prepareDatabase, putDatabaseAside } from '../files/database-file.ts'
import { StrangeFile } from '../files/plain-file.ts'
import { entryOf, rowOf } from './journal-rows.ts'

/** Version of the tables. A higher one was made by a newer Enlace and is left alone. */
const SCHEMA = 1
const TABLES = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    cause TEXT,
    code INTEGER,
    number TEXT,
    detail TEXT
  ) STRICT;
  CREATE INDEX entry_of ON entry (organization);
  CREATE TABLE pulse (at INTEGER NOT NULL, running INTEGER NOT NULL) STRICT;
  INSERT INTO pulse VALUES (0, 0);
  PRAGMA user_version = ${SCHEMA};
`
const KEPT_MS = 35 * 24 * 60 * 60 * 1000
/** A session that comes and goes all day must not push out the others, nor fill the disk. */
const KEPT_EACH = 10_000
const KEPT_AT_ALL = 200_000
/** What waits for a disk that refuses it. */
const WAITING = 5_000
const FLUSH_MS = 1_000
/** Entries between two looks at what is too old or too much. */
const PRUNE_EVERY = 1_000

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26
const PRIMARY_CODE_MASK = 0xff

/**
 * The journal as one SQLite file, opened with the first flush and written in batches. It is never worth an error: a
 * damaged file is set aside, and with one that cannot be written the entries of this run stay in memory.
 *
 * @param onForgotten a new file was begun in the middle of a run: what is so now has to be noted again
 */
export function journalFile(path: string, log: Log, onForgotten: () => void): Journal {
  return new JournalFile(path, log, onForgotten)
}

type Waiting = JournalEntry | { readonly kind: 'beat'; readonly at: Millis }

class JournalFile implements Journal {
  readonly #path: string
  readonly #log: Log
  readonly #onForgotten: () => void
  #table: Table | null = null
  #trouble: JournalTrouble | null = null
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | null = null
  /** Something of this run is in the file. */
  #begun = false
  #ended = false

  constructor(path: string, log: Log, onForgotten: () => void) {
    this.#path = path
    this.#log = log
    this.#onForgotten = onForgotten
  }

  get trouble(): JournalTrouble | null {
    return this.#trouble
  }

  note(entry: JournalEntry): void {
    this.#wait(entry)
  }

  beat(at: Millis): void {
    this.#wait({ kind: 'beat', at })
  }

  read(organizationId: string, since: Millis): readonly JournalEntry[] {
    this.#flush()
    const kept = this.#attempt((table) => table.read(organizationId, since)) ?? []
    const waiting = this.#waiting.filter((entry) => entry.kind !== 'beat')
    return [
      ...kept,
      ...waiting.filter((entry) => entry.kind === 'program' || entry.organizationId === organizationId),
    ]
  }

  end(): void {
    this.#flush()
    this.#ended = true
    this.#table?.close()
    this.#table = null
  }

  #wait(item: Waiting): void {
    if (this.#ended) return
    this.#waiting.push(item)
    if (this.#waiting.length > WAITING) this.#waiting = this.#waiting.slice(-WAITING)
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MS)
    // Whoever only waits for this may end: the end flushes.
    this.#timer.unref()
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#ended || this.#waiting.length === 0) return
    const batch = this.#waiting
    this.#waiting = []
    const written = this.#attempt((table) => {
      table.write(batch)
      return true
    })
    if (written) this.#begun = true
    else this.#waiting = [...batch, ...this.#waiting].slice(-WAITING)
  }

  /** Null where the file refuses; a damaged one is set aside first, and the work done on a new one. */
  #attempt<T>(work: (table: Table) => T): T | null {
    try {
      return this.#work(work)
    } catch (error) {
      if (!isDamage(error)) return this.#refused(error)
    }
    try {
      this.#beginAnew()
      return this.#work(work)
    } catch (error) {
      return this.#refused(error)
    }
  }

  #beginAnew(): void {
    this.#table?.close()
    this.#table = null
    const keptAs = basename(putDatabaseAside(this.#path))
    this.#log.warn('journal set aside', { keptAs })
    this.#trouble = { code: 'set-aside', keptAs }
    if (!this.#begun) return
    this.#begun = false
    this.#onForgotten()
  }

  #work<T>(work: (table: Table) => T): T {
    this.#table ??= new Table(this.#path)
    const done = work(this.#table)
    if (this.#trouble?.code === 'unkept') this.#trouble = null
    return done
  }

  #refused(error: unknown): null {
    this.#table?.close()
    this.#table = null
    if (this.#trouble?.code !== 'unkept') this.#log.warn('journal refused', { error: String(error) })
    this.#trouble = { code: 'unkept' }
    return null
  }
}

/** The open database. @throws SQLite's error from every method but `close` */
class Table {
  readonly #db: DatabaseSync
  readonly #insert: StatementSync
  readonly #beat: StatementSync
  readonly #pulse: StatementSync
  #sincePruned = 0

  constructor(path: string) {
    prepareDatabase(path)
    this.#db = new DatabaseSync(toNamespacedPath(path))
    try {
      // A power cut may cost the last entries, never the file; nothing waits for the disk.
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
      this.#db.exec('BEGIN IMMEDIATE; COMMIT')
      const version = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version'])
      if (version > SCHEMA) throw new Error('the journal was written by a newer version')
      if (version === 0) this.#db.exec(`BEGIN; ${TABLES} COMMIT`)
      this.#insert = this.#db.prepare(
        'INSERT INTO entry (organization, at, kind, what, cause, code, number, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      this.#beat = this.#db.prepare('UPDATE pulse SET at = ?, running = ?')
      this.#pulse = this.#db.prepare('SELECT at FROM pulse WHERE running = 1')
      this.#prune(Date.now())
    } catch (error) {
      this.close()
      throw error
    }
  }

  write(batch: readonly Waiting[]): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      for (const item of batch) this.#take(item)
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
    this.#sincePruned += batch.length
    if (this.#sincePruned >= PRUNE_EVERY) this.#prune(Date.now())
  }

  read(organizationId: string, since: Millis): readonly JournalEntry[] {
    // By the order of noting and not by time alone: the clock may have been set back.
    const first = this.#id('SELECT min(id) AS id FROM entry WHERE organization = ? AND at >= ?', [
      organizationId,
      since,
    ])
    const held = this.#id(
      "SELECT max(id) AS id FROM entry WHERE organization = ? AND kind = 'state' AND id < ?",
      [organizationId, first ?? Number.MAX_SAFE_INTEGER],
    )
    const from = held ?? first
    if (from === null) return []
    return this.#db
      .prepare("SELECT * FROM entry WHERE organization IN (?, '') AND id >= ? ORDER BY id")
      .all(organizationId, from)
      .flatMap((row) => entryOf(row) ?? [])
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }

  #take(item: Waiting): void {
    if (item.kind === 'beat') {
      this.#beat.run(item.at, 1)
      return
    }
    if (item.kind === 'program' && item.what === 'opened') {
      const pulse = this.#pulse.get()
      if (pulse) this.#add({ kind: 'program', at: Number(pulse['at']), what: 'lost' })
    }
    this.#add(item)
    this.#beat.run(item.at, item.kind === 'program' && item.what !== 'opened' ? 0 : 1)
  }

  #add(entry: JournalEntry): void {
    const { organization, at, kind, what, cause, code, number, detail } = rowOf(entry)
    this.#insert.run(organization, at, kind, what, cause, code, number, detail)
  }

  #prune(now: Millis): void {
    this.#sincePruned = 0
    this.#db.prepare('DELETE FROM entry WHERE at < ?').run(now - KEPT_MS)
    this.#db.prepare('DELETE FROM entry WHERE id <= (SELECT max(id) FROM entry) - ?').run(KEPT_AT_ALL)
    const crowded = this.#db
      .prepare('SELECT organization FROM entry GROUP BY organization HAVING count(*) > ?')
      .all(KEPT_EACH)
    const thin = this.#db.prepare(
      `DELETE FROM entry WHERE organization = :organization AND id <=
        (SELECT id FROM entry WHERE organization = :organization ORDER BY id DESC LIMIT 1 OFFSET :kept)`,
    )
    for (const { organization } of crowded) thin.run({ organization: organization ?? '', kept: KEPT_EACH })
  }

  #id(query: string, values: readonly SQLInputValue[]): number | null {
    const id = this.#db.prepare(query).get(...values)?.['id']
    return typeof id === 'number' ? id : null
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof StrangeFile) return true
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  const primary = errcode & PRIMARY_CODE_MASK
  return primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB
}
