import { describe, expect, it } from 'vitest'
import { readOutcome } from './assertion.ts'
import type { PasskeyRequest } from './passkey-request.ts'

const REQUEST: PasskeyRequest = {
  challenge: 'q83v',
  timeout: 600_000,
  rpId: 'whatsapp.com',
  allowCredentials: [],
  userVerification: 'required',
}
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const CLIENT_DATA = { type: 'webauthn.get', challenge: 'q83v', origin: 'https://web.whatsapp.com' }
const RESPONSE = {
  clientDataJSON: text({ ...CLIENT_DATA, crossOrigin: false }),
  authenticatorData: 'AAEC',
  signature: 'MEUC',
  userHandle: null,
}
const ASSERTION = { id: 'S2V5', rawId: 'S2V5', type: 'public-key', response: RESPONSE }

const read = (assertion: object, request = REQUEST) =>
  readOutcome(JSON.stringify({ ok: true, assertion }), request)
const refused = (error: string) => ({ ok: false, why: 'refused', error })

describe('what the page says', () => {
  it('is an assertion, and nothing beside what WhatsApp is sent', () => {
    const more = { ...ASSERTION, clientExtensionResults: {}, authenticatorAttachment: 'platform' }
    expect(read(more)).toEqual({ ok: true, assertion: ASSERTION })
    const handle = { ...ASSERTION, response: { ...RESPONSE, userHandle: 'AQID' } }
    expect(read(handle)).toEqual({ ok: true, assertion: handle })
  })

  it('is the name of an error', () => {
    expect(readOutcome('{"ok":false,"error":"NotAllowedError"}', REQUEST)).toEqual(refused('NotAllowedError'))
  })

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['an object instead of text', { ok: false, error: 'NotAllowedError' }],
    ['a sentence instead of a name', '{"ok":false,"error":"of 15551234567: not allowed"}'],
    ['far too much', JSON.stringify({ ok: false, error: 'E', more: 'x'.repeat(100_000) })],
  ])('is unreadable where it is %s', (_what, said) => {
    expect(readOutcome(said, REQUEST)).toEqual(refused('UnreadableAssertion'))
  })

  it.each([
    ['an id that is too long', { ...ASSERTION, id: 'A'.repeat(1365) }],
    ['padding', { ...ASSERTION, rawId: 'S2V5Cg==' }],
    ['another type', { ...ASSERTION, type: 'password' }],
    ['an empty signature', { ...ASSERTION, response: { ...RESPONSE, signature: '' } }],
    ['no authenticator data', { ...ASSERTION, response: { ...RESPONSE, authenticatorData: undefined } }],
    [
      'a user handle that is too long',
      { ...ASSERTION, response: { ...RESPONSE, userHandle: 'A'.repeat(89) } },
    ],
  ])('is unreadable with %s', (_what, assertion) => {
    expect(read(assertion)).toEqual(refused('UnreadableAssertion'))
  })

  it.each([
    ['another challenge', { ...CLIENT_DATA, challenge: 'AAAA' }],
    ['another page', { ...CLIENT_DATA, origin: 'https://web.whatsapp.com.example' }],
    ['the making of a key', { ...CLIENT_DATA, type: 'webauthn.create' }],
    ['nothing', null],
  ])('is foreign where it signs %s', (_what, clientData) => {
    const response = { ...RESPONSE, clientDataJSON: text(clientData) }
    expect(read({ ...ASSERTION, response })).toEqual(refused('ForeignAssertion'))
  })

  it('is foreign with a key that was not asked for, or two ids', () => {
    const asking = (id: string): PasskeyRequest => ({
      ...REQUEST,
      allowCredentials: [{ type: 'public-key', id }],
    })
    expect(read(ASSERTION, asking('S2V5')).ok).toBe(true)
    expect(read(ASSERTION, asking('T3RoZXI='))).toEqual(refused('ForeignAssertion'))
    expect(read({ ...ASSERTION, rawId: 'T3Ro' })).toEqual(refused('ForeignAssertion'))
  })

  it('may come for a challenge that was written with padding', () => {
    const padded = { ...REQUEST, challenge: 'q80=' }
    const response = { ...RESPONSE, clientDataJSON: text({ ...CLIENT_DATA, challenge: 'q80' }) }
    expect(read({ ...ASSERTION, response }, padded).ok).toBe(true)
  })
})
