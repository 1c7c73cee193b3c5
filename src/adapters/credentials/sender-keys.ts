import type { SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys'

/**
 * Hands out the sender keys of groups in a shape that Baileys can read. It writes a record as plain JSON, in which the
 * key of a message that was skipped becomes a list of numbers, and reads it back as that: a message that arrives after
 * a later one could then never be decrypted (`findings/baileys-late-group-message.sh`). What is stored stays as it is.
 */
export function withReadableSenderKeys(keys: SignalKeyStore): SignalKeyStore {
  return {
    ...keys,
    async get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
      const found = await keys.get(type, ids)
      if (type !== 'sender-key') return found
      for (const [id, record] of Object.entries(found)) {
        if (record instanceof Uint8Array) Reflect.set(found, id, readable(record))
      }
      return found
    },
  }
}

/** With a skipped key in it; most records have none, and are not parsed. */
const HAS_SKIPPED = '"senderMessageKeys":[{'

function readable(record: Uint8Array): Uint8Array {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
  if (!bytes.includes(HAS_SKIPPED)) return record
  return Buffer.from(JSON.stringify(JSON.parse(bytes.toString('utf8'), asBase64)))
}

/** A Buffer as Node writes it becomes one as Baileys writes it everywhere else. */
function asBase64(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('data' in value)) return value
  const { type, data } = value
  return type === 'Buffer' && Array.isArray(data)
    ? { type, data: Buffer.from(data).toString('base64') }
    : value
}
