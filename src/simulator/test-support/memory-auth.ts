import {
  BufferJSON,
  initAuthCreds,
  type AuthenticationCreds,
  type AuthenticationState,
  type SignalDataTypeMap,
} from '@whiskeysockets/baileys'

/** An auth state in memory that hands out copies, as a real store would. */
export interface MemoryAuth extends AuthenticationState {
  readonly creds: AuthenticationCreds
  /** How many keys of a type are stored. */
  count(type: keyof SignalDataTypeMap): number
  /** A store with the same content and nothing shared. */
  copy(): MemoryAuth
}

function parse(text: string): unknown {
  return JSON.parse(text, BufferJSON.reviver)
}

export function memoryAuth(
  creds: AuthenticationCreds = initAuthCreds(),
  rows: ReadonlyMap<string, string> = new Map(),
): MemoryAuth {
  const stored = new Map(rows)
  return {
    creds,
    keys: {
      get: (type, ids) => {
        const found: Record<string, SignalDataTypeMap[typeof type]> = {}
        for (const id of ids) {
          const row = stored.get(`${type}/${id}`)
          if (row !== undefined) found[id] = parse(row) as SignalDataTypeMap[typeof type]
        }
        return found
      },
      set: (data) => {
        for (const [type, values] of Object.entries(data)) {
          for (const [id, value] of Object.entries(values)) {
            if (value === null || value === undefined) stored.delete(`${type}/${id}`)
            else stored.set(`${type}/${id}`, JSON.stringify(value, BufferJSON.replacer))
          }
        }
      },
    },
    count: (type) => [...stored.keys()].filter((key) => key.startsWith(`${type}/`)).length,
    copy: () => {
      return memoryAuth(parse(JSON.stringify(creds, BufferJSON.replacer)) as AuthenticationCreds, stored)
    },
  }
}
