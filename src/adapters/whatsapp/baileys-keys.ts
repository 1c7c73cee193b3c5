import type { AuthenticationCreds, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys'
import type { AuthStore, Entry } from '../store/auth-store.ts'
import { CREDS, decodeKey, encode } from '../credentials/baileys-codec.ts'
import type { PreKeyMark } from '../credentials/pre-key-mark.ts'

/**
 * Baileys' key store on the sealed one: a batch is one transaction. Any key type is accepted, known or new.
 *
 * @param beside what is written in the same transaction as pre-keys
 */
export function sealedKeys(
  store: AuthStore,
  keep: (write: () => void) => void,
  beside: () => readonly Entry[] = () => [],
): SignalKeyStore {
  return {
    get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
      const found: { [id: string]: SignalDataTypeMap[T] } = {}
      for (const id of ids) {
        const bytes = store.read(type, id)
        if (bytes !== null) found[id] = decodeKey(type, bytes)
      }
      return found
    },
    set(batch) {
      const entries: Entry[] = Object.entries(batch).flatMap(([type, keys]) =>
        Object.entries(keys).map(([id, value]: [string, unknown]) => ({
          type,
          id,
          value: value === null || value === undefined ? null : encode(value),
        })),
      )
      keep(() => store.commit('pre-key' in batch ? [...entries, ...beside()] : entries))
    },
  }
}

/** Commits the credentials as they are now, and before them the pre-key ids they promise; durable on return. */
export function writeCredentials(store: AuthStore, mark: PreKeyMark, creds: AuthenticationCreds): void {
  mark.raise(creds.nextPreKeyId)
  store.commit([{ ...CREDS, value: encode(creds) }])
}

/** What credentials promise about pre-keys. */
export type PreKeyIds = Pick<AuthenticationCreds, 'nextPreKeyId' | 'firstUnuploadedPreKeyId'>

export function preKeyIdsOf({ nextPreKeyId, firstUnuploadedPreKeyId }: PreKeyIds): PreKeyIds {
  return { nextPreKeyId, firstUnuploadedPreKeyId }
}
