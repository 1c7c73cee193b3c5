import type { OrganizationRecord } from '../../engine/record.ts'
import { generationFolder, openAuthStore } from '../store/auth-store.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { organizationFolder, organizationFolders } from '../folders/organization-folders.ts'

/**
 * The installation whose stores this computer's vault opens, as their records name it; of several the one with the
 * most. Null where there is none.
 *
 * @param root the folder of all organizations
 */
export async function sealerOf(root: string, vault: KeyVault): Promise<string | null> {
  const records = (await organizationFolders(root).list(new Set())).flatMap((found) =>
    found.kind === 'organization' ? [found.record] : [],
  )
  const byInstallation = Map.groupBy(records, ({ installation }) => installation)
  const candidates = [...byInstallation].toSorted(([, a], [, b]) => b.length - a.length)
  for (const [installation, sealed] of candidates) {
    if (installation !== null && (await isOwn(root, sealed, vault))) return installation
  }
  return null
}

/** The first store that can be looked at says it for all of them. */
async function isOwn(
  root: string,
  records: readonly OrganizationRecord[],
  vault: KeyVault,
): Promise<boolean> {
  for (const { id: organizationId, sessionName, generation } of records) {
    const folder = generationFolder(organizationFolder(root, sessionName), generation)
    const opened = await openAuthStore(folder, { organizationId, generation, linked: true }, vault)
    if (opened.ok) opened.store.close()
    // A vault that does not answer now has not disowned it.
    if (opened.ok || opened.cause.code === 'vault-locked') return true
    if (opened.cause.code === 'vault-lost') return false
  }
  return false
}
