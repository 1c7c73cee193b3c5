import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type SystemCipher, systemVault } from './system-vault.ts'
import { TestVault } from '../test-support/test-vault.ts'

const KEY = randomBytes(32)

/** The system's vault under a key of its own, which refuses so many calls. */
function cipher(refusals = { encrypt: 0, decrypt: 0 }, shouldReEncrypt = false): SystemCipher {
  const vault = new TestVault()
  return {
    isAvailable: async () => true,
    async encrypt(text) {
      if (refusals.encrypt-- > 0) throw new Error('denied')
      return vault.wrap(Buffer.from(text))
    },
    async decrypt(sealed) {
      if (refusals.decrypt-- > 0) throw new Error('denied')
      const opened = await vault.unwrap(sealed)
      if (!opened.ok) throw new Error('does not open')
      return { result: Buffer.from(opened.key).toString(), shouldReEncrypt }
    },
  }
}

describe('the vault of the system', () => {
  it('opens what it has wrapped, and renews what it is to renew', async () => {
    const vault = systemVault(cipher(undefined, true))
    const opened = await vault.unwrap(await vault.wrap(KEY))
    expect(opened).toMatchObject({ ok: true, key: KEY, renewed: expect.any(Uint8Array) })
  })

  it('opens also what it cannot renew', async () => {
    const refusals = { encrypt: 0, decrypt: 0 }
    const vault = systemVault(cipher(refusals, true))
    const wrapped = await vault.wrap(KEY)
    refusals.encrypt = 1
    expect(await vault.unwrap(wrapped)).toEqual({ ok: true, key: KEY, renewed: null })
  })

  it('is locked where it opens nothing, not even what it has just wrapped', async () => {
    const refusals = { encrypt: 0, decrypt: 0 }
    const vault = systemVault(cipher(refusals))
    const wrapped = await vault.wrap(KEY)
    refusals.decrypt = Infinity
    expect(await vault.unwrap(wrapped)).toEqual({ ok: false, why: 'locked' })
    refusals.encrypt = Infinity
    expect(await vault.unwrap(wrapped)).toEqual({ ok: false, why: 'locked' })
  })

  it('is asked again where it had refused once', async () => {
    const refusals = { encrypt: 0, decrypt: 0 }
    const vault = systemVault(cipher(refusals))
    const wrapped = await vault.wrap(KEY)
    refusals.decrypt = 1
    expect(await vault.unwrap(wrapped)).toEqual({ ok: true, key: KEY, renewed: null })
  })

  it('has lost a key where it works and that one does not open', async () => {
    const elsewhere = await systemVault(cipher()).wrap(KEY)
    expect(await systemVault(cipher()).unwrap(elsewhere)).toEqual({ ok: false, why: 'lost' })
  })
})
