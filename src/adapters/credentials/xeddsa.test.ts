import { randomBytes } from 'node:crypto'
import { Curve, generateSignalPubKey } from '@whiskeysockets/baileys'
import { verifySignature } from 'libsignal/src/curve.js'
import { describe, expect, it } from 'vitest'
import { verifyXEdDsa } from './xeddsa.ts'

describe('a signature', () => {
  it('of Baileys is good, and with any bit changed it is not, as libsignal has it', () => {
    for (let n = 0; n < 40; n += 1) {
      const pair = Curve.generateKeyPair()
      const message = randomBytes(33)
      const signature = Curve.sign(pair.private, message)
      expect(verifyXEdDsa(pair.public, message, signature)).toBe(true)

      const changed = Uint8Array.from(signature)
      changed[n] = (changed[n] ?? 0) ^ (1 << (n % 8))
      expect(verifyXEdDsa(pair.public, message, changed)).toBe(false)
      expect(verifySignature(generateSignalPubKey(pair.public), message, Buffer.from(changed))).toBe(false)
      expect(verifyXEdDsa(pair.public, randomBytes(33), signature)).toBe(false)
      expect(verifyXEdDsa(Curve.generateKeyPair().public, message, signature)).toBe(false)
    }
  })

  it('depends on the bit that carries the sign', () => {
    const pair = Curve.generateKeyPair()
    const message = randomBytes(33)
    const signature = Uint8Array.from(Curve.sign(pair.private, message))
    signature[63] = (signature[63] ?? 0) ^ 0x80
    expect(verifyXEdDsa(pair.public, message, signature)).toBe(false)
  })

  it('of another length, or by what is no key, is none', () => {
    const pair = Curve.generateKeyPair()
    const message = randomBytes(33)
    const signature = Curve.sign(pair.private, message)
    expect(verifyXEdDsa(pair.public, message, signature.subarray(1))).toBe(false)
    expect(verifyXEdDsa(pair.public.subarray(1), message, signature)).toBe(false)
    expect(verifyXEdDsa(new Uint8Array(32).fill(0xff), message, signature)).toBe(false)
    expect(verifyXEdDsa(new Uint8Array(32), message, signature)).toBe(false)
  })
})
