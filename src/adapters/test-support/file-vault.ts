import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyVault } from '../store/key-vault.ts'

const FILE = 'vault-key'

/** A vault for tests that outlives the process: real encryption under a key that lies in a file of the folder. */
export function fileVault(folder: string): KeyVault {
  const key = keyIn(join(folder, FILE))
  return {
    async wrap(secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    async unwrap(wrapped) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
        decipher.setAuthTag(wrapped.subarray(-16))
        return {
          ok: true,
          key: Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]),
          renewed: null,
        }
      } catch {
        return { ok: false, why: 'lost' }
      }
    },
  }
}

/** Made once, before anything is sealed with it: whoever kills processes lets the first one get that far. */
function keyIn(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    writeFileSync(path, randomBytes(32), { flag: 'wx' })
    return readFileSync(path)
  }
}
