import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyVault } from '../../src/adapters/store/key-vault.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A vault that several processes of one run can open; the operating system's needs Electron. */
export class FixedVault implements KeyVault {
  readonly #key: Uint8Array

  /** @param key 32 bytes in hexadecimal */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'hex')
  }

  async wrap(key: Uint8Array): Promise<Uint8Array> {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  }

  async unwrap(wrapped: Uint8Array): ReturnType<KeyVault['unwrap']> {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, wrapped.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES))
    const key = decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES))
    return { ok: true, key: Buffer.concat([key, decipher.final()]), renewed: null }
  }
}
