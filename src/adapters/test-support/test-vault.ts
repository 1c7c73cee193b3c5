import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyVault } from '../store/key-vault.ts'

/** A vault for tests outside Electron: real encryption under a key that lives as long as the object. */
export class TestVault implements KeyVault {
  readonly #key = randomBytes(32)
  locked = false

  async wrap(key: Uint8Array): Promise<Uint8Array> {
    if (this.locked) throw new Error('the vault is locked')
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  }

  async unwrap(wrapped: Uint8Array): ReturnType<KeyVault['unwrap']> {
    if (this.locked) return { ok: false, why: 'locked' }
    const decipher = createDecipheriv('aes-256-gcm', this.#key, wrapped.subarray(0, 12))
    decipher.setAuthTag(wrapped.subarray(-16))
    try {
      const key = Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
      return { ok: true, key, renewed: null }
    } catch {
      return { ok: false, why: 'lost' }
    }
  }
}
