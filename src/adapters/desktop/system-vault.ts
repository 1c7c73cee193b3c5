import { randomBytes } from 'node:crypto'
import type { KeyVault, Unwrapped } from '../store/key-vault.ts'

/** What Electron offers of the operating system's vault. Its errors say only that it failed. */
export interface SystemCipher {
  isAvailable(): Promise<boolean>
  encrypt(text: string): Promise<Uint8Array>
  decrypt(sealed: Uint8Array): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
}

/** A vault on the system's. */
export function systemVault(cipher: SystemCipher): KeyVault {
  return {
    wrap: (key) => cipher.encrypt(Buffer.from(key).toString('base64')),

    async unwrap(wrapped) {
      const first = await unwrap(cipher, wrapped)
      if (first.ok) return first
      // A keychain that was denied and a bus that has gone fail like a key that is gone: only a vault that keeps new
      // secrets has lost an old one, and it is asked once more, since its answer may have opened it.
      return (await works(cipher)) ? unwrap(cipher, wrapped) : { ok: false, why: 'locked' }
    },
  }
}

async function unwrap(cipher: SystemCipher, wrapped: Uint8Array): Promise<Unwrapped> {
  try {
    const { result, shouldReEncrypt } = await cipher.decrypt(wrapped)
    // What cannot be renewed now still opens; the next start asks again.
    const renewed = shouldReEncrypt ? await cipher.encrypt(result).catch(() => null) : null
    return { ok: true, key: Buffer.from(result, 'base64'), renewed }
  } catch {
    return { ok: false, why: 'lost' }
  }
}

async function works(cipher: SystemCipher): Promise<boolean> {
  const secret = randomBytes(16).toString('base64')
  try {
    if (!(await cipher.isAvailable())) return false
    return (await cipher.decrypt(await cipher.encrypt(secret))).result === secret
  } catch {
    return false
  }
}
