import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { KEY_BYTES, type Place, seal, sealingKey, unseal } from './sealing.ts'

const key = sealingKey(randomBytes(KEY_BYTES))
const place: Place = { organizationId: 'shop-1', generation: 1, type: 'session', id: '57300.0' }
const value = Buffer.from('a ratchet')

describe('sealing', () => {
  it('opens at its place with its key', () => {
    expect(unseal(key, place, seal(key, place, value))).toEqual(value)
    expect(unseal(key, place, seal(key, place, new Uint8Array()))).toEqual(Buffer.alloc(0))
  })

  it.each([
    ['another organization', { ...place, organizationId: 'shop-2' }],
    ['another generation', { ...place, generation: 2 }],
    ['another type', { ...place, type: 'pre-key' }],
    ['another row', { ...place, id: '57300.1' }],
    ['a place whose parts run together the same way', { ...place, type: 'sessio', id: 'n57300.0' }],
  ])('does not open at %s', (_what, elsewhere) => {
    expect(unseal(key, elsewhere, seal(key, place, value))).toBeNull()
  })

  it('does not open with one bit changed anywhere, cut short, or with another key', () => {
    const sealed = seal(key, place, value)
    for (let n = 0; n < sealed.length; n += 1) {
      const flipped = Uint8Array.from(sealed)
      flipped[n] = (flipped[n] ?? 0) ^ 1
      expect(unseal(key, place, flipped)).toBeNull()
      expect(unseal(key, place, sealed.subarray(0, n))).toBeNull()
    }
    expect(unseal(sealingKey(randomBytes(KEY_BYTES)), place, sealed)).toBeNull()
  })

  it('never makes the same bytes twice', () => {
    expect(seal(key, place, value)).not.toEqual(seal(key, place, value))
  })
})
