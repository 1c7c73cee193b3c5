import { createCipheriv, randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { StorePlace } from '../auth-store.ts'
import type { KeyVault } from '../key-vault.ts'

export interface OlderEntry {
  readonly type: string
  readonly id: string
  readonly value: Uint8Array
}

/**
 * A store as the first two versions wrote it, in the words they did it with: ids in clear beside what they sealed. It
 * has been used: of some rows there were older values, and as many were deleted. Whoever calls closes it.
 */
export async function openOlderStore(
  path: string,
  version: 1 | 2,
  { organizationId, generation }: StorePlace,
  vault: KeyVault,
  entries: readonly OlderEntry[],
): Promise<DatabaseSync> {
  const key = randomBytes(32)
  const db = new DatabaseSync(path)
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`BEGIN IMMEDIATE;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    CREATE TABLE entry (type TEXT, id TEXT, value BLOB NOT NULL, PRIMARY KEY (type, id)) STRICT;
    ${version === 1 ? '' : 'CREATE TABLE commits (count INTEGER NOT NULL) STRICT; INSERT INTO commits VALUES (5);'}
    PRAGMA user_version = ${version}`)
  db.prepare("INSERT INTO meta (name, value) VALUES ('data-key', ?)").run(await vault.wrap(key))
  const upsert = db.prepare(
    'INSERT INTO entry (type, id, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const seal = (type: string, id: string, value: Uint8Array) => {
    const nonce = randomBytes(12)
    const place = Buffer.from(JSON.stringify(['enlace', 1, organizationId, generation, type, id]))
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place)
    return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()])
  }
  for (const { type, id } of entries) {
    upsert.run(type, id, seal(type, id, randomBytes(900)))
    upsert.run(type, `${id}.old`, seal(type, `${id}.old`, randomBytes(900)))
  }
  for (const { type, id, value } of entries) upsert.run(type, id, seal(type, id, value))
  db.exec('COMMIT; PRAGMA wal_checkpoint(PASSIVE)')
  db.exec("DELETE FROM entry WHERE id LIKE '%.old'")
  return db
}
