import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** AES-256-GCM. A sealed value is nonce (12 bytes), ciphertext, tag (16 bytes). */
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Where a value belongs. A value moved to another row, generation or organization does not open. */
export interface Place {
  readonly organizationId: string
  readonly generation: number
  readonly type: string
  readonly id: string
}

/** Prepared once: to prepare it for every value takes longer than to open the value. The bytes may be erased then. */
export function sealingKey(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes)
}

export function seal(key: KeyObject, place: Place, value: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(additionalData(place))
  return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()])
}

/** @returns null where the value was altered, moved, or sealed with another key */
export function unseal(key: KeyObject, place: Place, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(sealed.length - TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(additionalData(place))
    .setAuthTag(tag)
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    return null
  }
}

/** JSON keeps the parts apart: no two places have the same text. */
function additionalData({ organizationId, generation, type, id }: Place): Uint8Array {
  return Buffer.from(JSON.stringify(['enlace', 1, organizationId, generation, type, id]))
}
