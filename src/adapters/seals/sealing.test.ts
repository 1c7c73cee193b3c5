import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './sealing.ts'

const key = createSecretKey(randomBytes(32))
const place = Buffer.from('here')
const value = Buffer.from('a ratchet')

describe('sealing', () => {
  it('opens at its place with its key', () => {
    expect(unseal(key, place, seal(key, place, value))).toEqual(value)
    expect(unseal(key, place, seal(key, place, new Uint8Array()))).toEqual(Buffer.alloc(0))
  })

  it('does not open at another place', () => {
    expect(unseal(key, Buffer.from('there'), seal(key, place, value))).toBeNull()
  })

  it('does not open with one bit changed anywhere, cut short, or with another key', () => {
    const sealed = seal(key, place, value)
    for (let n = 0; n < sealed.length; n += 1) {
      const flipped = Uint8Array.from(sealed)
      flipped[n] = (flipped[n] ?? 0) ^ 1
      expect(unseal(key, place, flipped)).toBeNull()
      expect(unseal(key, place, sealed.subarray(0, n))).toBeNull()
    }
    expect(unseal(createSecretKey(randomBytes(32)), place, sealed)).toBeNull()
  })

  it('uses no nonce twice', () => {
    const nonces = Array.from({ length: 2_000 }, () =>
      Buffer.from(seal(key, place, value).subarray(0, 12)).toString('hex'),
    )
    expect(new Set(nonces).size).toBe(nonces.length)
  })
})
