import type { DatabaseSync } from 'node:sqlite'

/** Version of the tables. A higher one was made by a newer Enlace and is left alone; `older-tables.ts` knows the lower. */
export const SCHEMA = 4

/** See `CommitCount`. */
export const COMMITS = 'CREATE TABLE commits (count INTEGER NOT NULL) STRICT; INSERT INTO commits VALUES (0)'
/** See `SealedRows`. */
export const ENTRIES =
  'CREATE TABLE entry (type TEXT, hash BLOB, value BLOB NOT NULL, PRIMARY KEY (type, hash)) STRICT'

/** Zero where there are no tables yet. */
export function schemaOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** @param wrapped the data key, as the system's vault has wrapped it */
export function createTables(db: DatabaseSync, wrapped: Uint8Array): void {
  db.exec(`BEGIN IMMEDIATE;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    ${ENTRIES};
    ${COMMITS};
    PRAGMA user_version = ${SCHEMA}`)
  db.prepare("INSERT INTO meta (name, value) VALUES ('data-key', ?)").run(wrapped)
  db.exec('COMMIT')
}

/** Whether SQLite finds nothing wrong with the file. */
export function isSound(db: DatabaseSync): boolean {
  const answers = db.prepare('PRAGMA integrity_check').all()
  return answers.length === 1 && answers[0]?.['integrity_check'] === 'ok'
}
