import { BufferJSON, proto, type SignalDataTypeMap } from '@whiskeysockets/baileys'

/** Values as Baileys' own folder keeps them: JSON in which a Buffer is `{"type":"Buffer","data":"<base64>"}`. */
export function encode(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value, BufferJSON.replacer))
}

/** @throws SyntaxError where the bytes are no JSON */
export function decode(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'), BufferJSON.reviver)
}

/** A key as Baileys expects it back. @throws where there is none in the bytes */
export function decodeKey<T extends keyof SignalDataTypeMap>(
  type: T,
  bytes: Uint8Array,
): SignalDataTypeMap[T] {
  const value = decode(bytes)
  const key =
    type === 'app-state-sync-key' && typeof value === 'object' && value !== null
      ? proto.Message.AppStateSyncKeyData.fromObject(value)
      : value
  if (!isKey(type, key)) throw new Error(`a ${type} is empty`)
  return key
}

/** The seal has proven that these are the bytes Baileys once gave us: what is left to check is that there are any. */
function isKey<T extends keyof SignalDataTypeMap>(_type: T, value: unknown): value is SignalDataTypeMap[T] {
  return value !== null && value !== undefined
}

/** Where the credentials are among the store's rows. */
export const CREDS = { type: 'creds', id: '' } as const
