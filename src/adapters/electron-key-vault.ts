import { safeStorage } from 'electron'
import type { KeyVault } from './key-vault.ts'

/**
 * The operating system's vault, through Electron. Where a Linux desktop offers none, Chromium's fixed key is used:
 * that is no protection, and is said so, but the data stays readable should a vault appear later.
 */
export function electronKeyVault(): KeyVault {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    safeStorage.setUsePlainTextEncryption(true)
  }
  return {
    async wrap(key) {
      return safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'))
    },
    async unwrap(wrapped) {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return { ok: false, why: 'locked' }
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped))
        return { ok: true, key: Buffer.from(result, 'base64') }
      } catch {
        // Electron's error says only that it failed: the vault answers, so the key is not (or no longer) its own.
        return { ok: false, why: 'lost' }
      }
    },
  }
}
