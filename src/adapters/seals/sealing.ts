import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'

/** AES-256-GCM. A sealed value is nonce (12 bytes), ciphertext, tag (16 bytes). */
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Nonces are drawn by the hundred: to draw each by itself takes longer than to seal with it. Each is used once. */
const nonces = Buffer.alloc(NONCE_BYTES * 256)
let used = nonces.length

/** @param place where the value belongs; it opens nowhere else */
export function seal(key: KeyObject, place: Uint8Array, value: Uint8Array): Uint8Array {
  const nonce = nextNonce()
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(place)
  return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()])
}

/** @returns null where the value was altered, moved, or sealed with another key */
export function unseal(key: KeyObject, place: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(sealed.length - TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(place)
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

function nextNonce(): Uint8Array {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  const nonce = nonces.subarray(used, used + NONCE_BYTES)
  used += NONCE_BYTES
  return nonce
}
