import type { AuthenticationCreds, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys'
import type { AuthStore, Entry } from './auth-store.ts'
import { CREDS, decodeKey, encode } from './baileys-codec.ts'

/** Baileys' key store on the sealed one: a batch is one transaction. Any key type is accepted, known or new. */
export function sealedKeys(store: AuthStore, keep: (write: () => void) => void): SignalKeyStore {
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
      keep(() => store.commit(entries))
    },
  }
}

/** Commits the credentials as they are now; durable on return. */
export function writeCredentials(store: AuthStore, creds: AuthenticationCreds): void {
  store.commit([{ ...CREDS, value: encode(creds) }])
}
