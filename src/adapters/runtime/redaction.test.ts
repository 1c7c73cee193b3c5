import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { redacted } from './redaction.ts'

function line(error: string): unknown {
  return redacted({ error })['error']
}

describe('redaction', () => {
  it('leaves the last digits of a number, wherever it stands', () => {
    expect(line('no session for 573007915262:3@s.whatsapp.net')).toBe('no session for …262:3@s.whatsapp.net')
  })

  it('takes out keys and codes, whole', () => {
    for (let n = 0; n < 500; n += 1) {
      for (const encoding of ['base64', 'base64url'] as const) {
        expect(line(`bad key ${randomBytes(32).toString(encoding)}!`)).toBe('bad key …!')
      }
    }
    const qr = `2@${randomBytes(96).toString('base64')},${randomBytes(32).toString('base64')}`
    expect(line(qr)).not.toMatch(/[A-Za-z0-9+/]{30}/)
  })

  it('leaves what helps: session names, paths, versions and words', () => {
    for (const words of [
      'org_f47ac10b58cc4372a567',
      "EACCES: permission denied, open '/home/maria/.config/Enlace/organizations/org_tienda1/g12/auth.db'",
      'C:\\Users\\Maria\\AppData\\Roaming\\Enlace',
      '2.3000.1043',
      'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    ]) {
      expect(line(words)).toBe(words)
    }
  })

  it('leaves what is no text', () => {
    expect(redacted({ epoch: 1_234_567_890, ok: true, cause: null })).toEqual({
      epoch: 1_234_567_890,
      ok: true,
      cause: null,
    })
  })
})
