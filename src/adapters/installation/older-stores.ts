import { join } from 'node:path'
import type { OrganizationRecord } from '../../engine/record.ts'
import { readHead } from '../files/database-file.ts'
import { SCHEMA } from '../store/auth-tables.ts'
import { databaseOf, generationFolder, openDatabase } from '../store/auth-store.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { copiesOf, removeOlderDrafts } from '../store/snapshots.ts'
import { organizationFolder } from '../folders/organization-folders.ts'

/** As SQLite's file format has it, with the number of the tables' version at byte 60. */
const MAGIC = 'SQLite format 3\0'
const VERSION_AT = 60
const HEAD_BYTES = 100

/**
 * Brings up what older versions have stored of an organization and nobody may open for long: its generations, those in
 * quarantine too, and all their copies. What does not open stays as it is.
 *
 * @param root the folder of all organizations
 * @param inUse the generation whose store is open; only its copies are brought up
 * @returns their names in the organization's folder
 */
export async function bringUpStores(
  root: string,
  vault: KeyVault,
  { id: organizationId, sessionName, generation: current, quarantine }: OrganizationRecord,
  inUse: number | null,
): Promise<readonly string[]> {
  const broughtUp: string[] = []
  const folder = organizationFolder(root, sessionName)
  for (const generation of [current, ...quarantine.map((aside) => aside.generation)]) {
    const inside = generationFolder(folder, generation)
    await removeOlderDrafts(inside)
    const own = generation === inUse ? [] : [databaseOf(inside)]
    for (const path of [...own, ...(await copiesOf(inside))]) {
      if (!isOlder(path)) continue
      const opened = await openDatabase(path, { organizationId, generation, linked: true }, vault)
      if (!opened.ok) continue
      opened.store.close()
      broughtUp.push(path.slice(join(folder, '/').length))
    }
  }
  return broughtUp
}

/** Told by the file's first page, so that most stores need not be opened for it. */
function isOlder(path: string): boolean {
  try {
    const head = readHead(path, HEAD_BYTES)
    if (head.length < HEAD_BYTES || head.toString('latin1', 0, MAGIC.length) !== MAGIC) return false
    return head.readUInt32BE(VERSION_AT) < SCHEMA
  } catch {
    return false
  }
}
