import type { DatabaseSync } from 'node:sqlite'
import type { SealedRows } from '../seals/sealed-rows.ts'
import { COMMITS, ENTRIES, SCHEMA } from './auth-tables.ts'
import { eachInSlices } from './slices.ts'
import { sqliteCause } from './sqlite-cause.ts'

/** From here on the ids lie under the seal. */
const SEALED_IDS = 3

/**
 * Brings the tables of an older version up to this one's: in one transaction what they hold, and then the file, so that
 * nothing of what stood there before can be read in it any more. What a kill or a full disk has kept from being done is
 * done at the next opening.
 *
 * @returns how many values do not open; where there is one, nothing has been changed
 */
export async function bringUp(db: DatabaseSync, version: number, rows: SealedRows): Promise<number> {
  if (version < SEALED_IDS) {
    const broken = await inTransaction(db, async () => {
      if (version < 2) db.exec(COMMITS)
      return resealed(db, rows)
    })
    if (broken > 0) return broken
  }
  rewrite(db)
  return 0
}

/** Takes nothing over where the work finds something broken. */
async function inTransaction(db: DatabaseSync, work: () => Promise<number>): Promise<number> {
  db.exec('BEGIN IMMEDIATE')
  try {
    const broken = await work()
    if (broken === 0) db.exec(`PRAGMA user_version = ${SEALED_IDS}; COMMIT`)
    return broken
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

async function resealed(db: DatabaseSync, rows: SealedRows): Promise<number> {
  db.exec(`ALTER TABLE entry RENAME TO older; ${ENTRIES}`)
  const insert = db.prepare('INSERT INTO entry (type, hash, value) VALUES (?, ?, ?)')
  let broken = 0
  const older = db.prepare('SELECT type, id, value FROM older ORDER BY rowid').iterate()
  await eachInSlices(older, (row) => {
    const type = String(row['type'])
    const id = String(row['id'])
    const value = rows.openOlder(type, id, row['value'])
    if (value === null) {
      broken += 1
      return
    }
    const hash = rows.hashOf(type, id)
    insert.run(type, hash, rows.seal(type, hash, id, value))
  })
  db.exec('DROP TABLE older')
  return broken
}

/** SQLite leaves what was deleted where it was, in the database and in its log, until something else needs the room. */
function rewrite(db: DatabaseSync): void {
  try {
    db.exec('VACUUM')
    const left = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']
    if (left === 0) db.exec(`PRAGMA user_version = ${SCHEMA}`)
  } catch (error) {
    // It takes as much room again as the file has. The store is whole without, and the next opening tries again.
    if (sqliteCause(error).code === 'damaged-store') throw error
  }
}
