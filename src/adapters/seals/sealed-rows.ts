import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { seal, unseal } from './sealing.ts'

/** Bytes of a data key. */
export const KEY_BYTES = 32
/** Half of SHA-256: enough that no two rows ever meet, and small beside what a row holds. */
const HASH_BYTES = 16
/** What comes before the id inside a sealed value: how long it is. */
const LENGTH_BYTES = 4

/** Where a store belongs. */
export interface Home {
  readonly organizationId: string
  readonly generation: number
}

/** A store's keys, prepared once: to prepare one for every value takes longer than to open the value. */
interface Keys {
  readonly seal: KeyObject
  readonly hash: KeyObject
}

/**
 * What stands in a row. Ids name people: customers' numbers, and what WhatsApp calls them instead. A row is found by a
 * keyed hash of its type and id, from which nobody without the key learns either; the id itself lies under the seal with
 * the value. A value that was moved to another row, type, generation or organization does not open.
 */
export class SealedRows {
  readonly #home: Home
  readonly #keys: Keys

  /** @param dataKey 32 random bytes; may be erased then */
  constructor(dataKey: Uint8Array, home: Home) {
    this.#home = home
    const forHashes = new Uint8Array(hkdfSync('sha256', dataKey, '', 'enlace row hashes', KEY_BYTES))
    this.#keys = { seal: createSecretKey(dataKey), hash: createSecretKey(forHashes) }
    forHashes.fill(0)
  }

  /** Finds the row of an id. */
  hashOf(type: string, id: string): Buffer {
    // JSON keeps the parts apart, and writes what UTF-8 cannot.
    const whole = createHmac('sha256', this.#keys.hash)
      .update(JSON.stringify([type, id]))
      .digest()
    return whole.subarray(0, HASH_BYTES)
  }

  seal(type: string, hash: Uint8Array, id: string, value: Uint8Array): Uint8Array {
    const name = Buffer.from(JSON.stringify(id))
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(name.length)
    return seal(this.#keys.seal, this.#place(type, hash), Buffer.concat([length, name, value]))
  }

  /** Whether a row is as it was written, at the place it was written to. */
  isWhole(type: string, hash: unknown, sealed: unknown): boolean {
    return this.#unseal(type, hash, sealed) !== null
  }

  /** The value of a row that was looked for. @returns null where that is not what the row holds */
  openAs(type: string, id: string, hash: unknown, sealed: unknown): Uint8Array | null {
    const opened = partsOf(this.#unseal(type, hash, sealed))
    return opened?.id === id ? opened.value : null
  }

  /** What a row holds. @returns null where it does not open, or holds an id that belongs elsewhere */
  open(
    type: string,
    hash: unknown,
    sealed: unknown,
  ): { readonly id: string; readonly value: Uint8Array } | null {
    const opened = partsOf(this.#unseal(type, hash, sealed))
    if (opened === null || !(hash instanceof Uint8Array)) return null
    return this.hashOf(type, opened.id).equals(hash) ? opened : null
  }

  /** The value of a row as the versions before the third wrote it, with its id beside it. */
  openOlder(type: string, id: string, sealed: unknown): Uint8Array | null {
    const { organizationId, generation } = this.#home
    const place = Buffer.from(JSON.stringify(['enlace', 1, organizationId, generation, type, id]))
    return sealed instanceof Uint8Array ? unseal(this.#keys.seal, place, sealed) : null
  }

  #unseal(type: string, hash: unknown, sealed: unknown): Buffer | null {
    if (!(hash instanceof Uint8Array && sealed instanceof Uint8Array)) return null
    return unseal(this.#keys.seal, this.#place(type, hash), sealed)
  }

  #place(type: string, hash: Uint8Array): Uint8Array {
    const { organizationId, generation } = this.#home
    const row = Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex')
    return Buffer.from(JSON.stringify(['enlace', 2, organizationId, generation, type, row]))
  }
}

function partsOf(plain: Buffer | null): { readonly id: string; readonly value: Uint8Array } | null {
  if (plain === null || plain.length < LENGTH_BYTES) return null
  const end = LENGTH_BYTES + plain.readUInt32BE()
  if (end > plain.length) return null
  try {
    const id: unknown = JSON.parse(plain.toString('utf8', LENGTH_BYTES, end))
    return typeof id === 'string' ? { id, value: plain.subarray(end) } : null
  } catch {
    return null
  }
}
