import { join } from 'node:path'
import { generationFolder, openAuthStore } from '../auth-store.ts'
import { readCredentials } from '../../credentials/baileys-credentials.ts'
import { organizationFolder, organizationFolders } from '../../folders/organization-folders.ts'
import { fileVault } from '../../test-support/file-vault.ts'

export interface StoredIdentity {
  /** The public identity key of the link in base64; null where there is no link. */
  readonly identity: string | null
  /** Why the store or its credentials do not open. */
  readonly finding: string | null
}

/** What an organization's current generation holds; opened and checked the way the engine does, and closed again. */
export async function storedIdentity(folder: string, organizationId: string): Promise<StoredIdentity> {
  const root = join(folder, 'organizations')
  const found = await organizationFolders(root).list(new Set())
  const one = found.find((each) => each.kind === 'organization' && each.record.id === organizationId)
  if (one?.kind !== 'organization') return { identity: null, finding: 'no organization' }
  const { sessionName, generation, linked } = one.record
  const outcome = await openAuthStore(
    generationFolder(organizationFolder(root, sessionName), generation),
    { organizationId, generation, linked },
    fileVault(folder),
  )
  if (!outcome.ok) return { identity: null, finding: outcome.cause.code }
  const credentials = readCredentials(outcome.store, linked)
  outcome.store.close()
  switch (credentials.kind) {
    case 'blank':
      return { identity: null, finding: null }
    case 'damaged':
      return { identity: null, finding: credentials.detail }
    case 'linked': {
      const { public: key } = credentials.creds.signedIdentityKey
      return { identity: Buffer.from(key).toString('base64'), finding: null }
    }
  }
}
