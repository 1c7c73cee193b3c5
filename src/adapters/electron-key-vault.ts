import { safeStorage } from 'electron'
import type { KeyVault } from './key-vault.ts'

/**
 * The operating system's vault, through Electron. Where a Linux desktop offers none, Chromium's fixed key is used:
 * that is no protection, and is said so, but the data stays readable should a vault appear later.
 */
export function electronKeyVault(): KeyVault & { readonly protection: 'system' | 'none' } {
  const none = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (none) safeStorage.setUsePlainTextEncryption(true)
  return {
    protection: none ? 'none' : 'system',
    async wrap(key) {
      return safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'))
    },
    async unwrap(wrapped) {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return { ok: false, why: 'locked' }
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped))
        const renewed = shouldReEncrypt ? await safeStorage.encryptStringAsync(result) : null
        return { ok: true, key: Buffer.from(result, 'base64'), renewed }
      } catch {
        // Electron's error says only that it failed: the vault answers, so the key is not (or no longer) its own.
        return { ok: false, why: 'lost' }
      }
    },
  }
}
