import type { DatabaseSync } from 'node:sqlite'

/** Version of the tables. A higher one was made by a newer Enlace and is left alone. */
export const SCHEMA = 2

/** What each version added to the first. 2: see `CommitCount`. */
const ADDED_IN: Readonly<Record<number, string>> = {
  2: 'CREATE TABLE commits (count INTEGER NOT NULL) STRICT; INSERT INTO commits VALUES (0)',
}

/** Zero where there are no tables yet. */
export function schemaOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** @param wrapped the data key, as the system's vault has wrapped it */
export function createTables(db: DatabaseSync, wrapped: Uint8Array): void {
  db.exec(`BEGIN IMMEDIATE;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    CREATE TABLE entry (type TEXT, id TEXT, value BLOB NOT NULL, PRIMARY KEY (type, id)) STRICT;
    ${Object.values(ADDED_IN).join(';')};
    PRAGMA user_version = ${SCHEMA}`)
  db.prepare("INSERT INTO meta (name, value) VALUES ('data-key', ?)").run(wrapped)
  db.exec('COMMIT')
}

/** Brings the tables of an older version up to this one's, in one transaction. */
export function migrate(db: DatabaseSync, version: number): void {
  const steps = Object.entries(ADDED_IN).flatMap(([to, sql]) => (Number(to) > version ? [sql] : []))
  db.exec(`BEGIN IMMEDIATE; ${steps.join(';')}; PRAGMA user_version = ${SCHEMA}; COMMIT`)
}

/** Whether SQLite finds nothing wrong with the file. */
export function isSound(db: DatabaseSync): boolean {
  const answers = db.prepare('PRAGMA integrity_check').all()
  return answers.length === 1 && answers[0]?.['integrity_check'] === 'ok'
}
