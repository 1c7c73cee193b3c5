import { safeStorage } from 'electron'
import type { KeyVault } from '../store/key-vault.ts'
import { systemVault } from './system-vault.ts'

/**
 * The operating system's vault, through Electron. Where a Linux desktop offers none, Chromium's fixed key is used:
 * that is no protection, and is said so, but the data stays readable should a vault appear later.
 */
export function electronKeyVault(): KeyVault & { readonly protection: 'system' | 'none' } {
  const none = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (none) safeStorage.setUsePlainTextEncryption(true)
  return {
    protection: none ? 'none' : 'system',
    ...systemVault({
      isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
      encrypt: (text) => safeStorage.encryptStringAsync(text),
      decrypt: (sealed) => safeStorage.decryptStringAsync(Buffer.from(sealed)),
    }),
  }
}
