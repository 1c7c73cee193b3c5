import type { RestoreOutcome } from '../../engine/ports.ts'
import { type AuthStore, damaged, openAuthStore, type StorePlace } from '../store/auth-store.ts'
import { CREDS, encode } from '../credentials/baileys-codec.ts'
import { type Credentials, readCredentials } from '../credentials/baileys-credentials.ts'
import type { KeyVault } from '../store/key-vault.ts'
import type { PreKeyMark } from '../credentials/pre-key-mark.ts'

/** Conversations move on; an old state of them loses messages without a word. They are begun anew instead. */
const RATCHETS: ReadonlySet<string> = new Set(['session', 'sender-key', 'sender-key-memory'])
/** Where the mark is lost as well: more ids than any shop uses between two snapshots. */
const MARGIN = 10_000

type Linked = Extract<Credentials, { kind: 'linked' }>['creds']

/**
 * Fills a new generation from a snapshot: identity, registration, mappings and pre-keys, but no ratchets.
 *
 * @param folder the new generation's folder
 */
export async function restoreFrom(
  snapshot: AuthStore,
  mark: PreKeyMark,
  folder: string,
  place: StorePlace,
  vault: KeyVault,
): Promise<RestoreOutcome> {
  const credentials = readCredentials(snapshot, true)
  if (credentials.kind !== 'linked') return damaged('credentials-malformed')
  const opened = await openAuthStore(folder, { ...place, linked: false }, vault)
  if (!opened.ok) return opened
  try {
    const { creds } = credentials
    const highest = mark.value ?? creds.nextPreKeyId + MARGIN
    const kept = snapshot.entries().filter(({ type }) => !RATCHETS.has(type) && type !== CREDS.type)
    const renewed = withFreshPreKeys(creds, Math.max(highest, creds.nextPreKeyId))
    opened.store.commit([...kept, { ...CREDS, value: encode(renewed) }])
    opened.store.checkpoint()
    return { ok: true, values: kept.length + 1 }
  } finally {
    opened.store.close()
  }
}

/** Forgets the ratchets of a store in use, and arranges for fresh pre-keys at the next login. */
export function renewSessions(store: AuthStore, mark: PreKeyMark, creds: Linked): number {
  const ratchets = store.entries().filter(({ type }) => RATCHETS.has(type))
  const lost = store.rolledBack ? creds.nextPreKeyId + MARGIN : 0
  const next = Math.max(mark.value ?? lost, creds.nextPreKeyId)
  mark.raise(next)
  Object.assign(creds, withFreshPreKeys(creds, next))
  store.commit([
    ...ratchets.map(({ type, id }) => ({ type, id, value: null })),
    { ...CREDS, value: encode(creds) },
  ])
  return ratchets.length
}

/** Baileys uploads fresh keys when the newest one it has promised is missing: one id is skipped for that. */
function withFreshPreKeys(creds: Linked, next: number): Linked {
  return { ...creds, nextPreKeyId: next + 1, firstUnuploadedPreKeyId: next + 1 }
}
