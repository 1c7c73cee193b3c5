import { describe, expect, it } from 'vitest'
import { phoneRefusal } from './phone-refusal.ts'

describe('why the simulated phone would not', () => {
  it.each([
    ['no-qr', 'no-qr'],
    ['ended', 'ended'],
    ['the phone 573007915262 already has 4 linked devices', 'full'],
    ['this account must confirm linking with a passkey', 'passkey'],
    ['WhatsApp has retired this QR; the client must show one with a fresh secret', 'retired'],
    ['the client closed the connection instead of confirming the link', 'failed'],
    ['573007915262 has no linked device', 'not-linked'],
    ['something else', 'other'],
    [undefined, 'other'],
  ] as const)('%s: %s', (reason, kind) => {
    expect(phoneRefusal(reason)).toBe(kind)
  })
})
