import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPasskeyRequest } from './passkey-request.ts'

/** As WhatsApp sends it. */
const REQUEST = {
  challenge: 'q83vEjRWeJCrze8SNFZ4kA',
  timeout: 600_000,
  rpId: 'whatsapp.com',
  allowCredentials: [],
  userVerification: 'required',
  extensions: { uvm: true },
}
const read = (changes: Readonly<Record<string, unknown>>) =>
  readPasskeyRequest(JSON.stringify({ ...REQUEST, ...changes }))

describe('what WhatsApp wants signed', () => {
  it('is read, and what is not used is left out', () => {
    const { extensions: _, ...used } = REQUEST
    expect(read({})).toEqual(used)
  })

  it('has defaults for what may be missing', () => {
    expect(readPasskeyRequest(JSON.stringify({ challenge: 'abc', rpId: 'whatsapp.com' }))).toEqual({
      challenge: 'abc',
      timeout: 600_000,
      rpId: 'whatsapp.com',
      allowCredentials: [],
      userVerification: 'required',
    })
  })

  it('names the keys of the account where WhatsApp does', () => {
    const allowCredentials = [{ type: 'public-key', id: 'aGVsbG8' }]
    expect(read({ allowCredentials })).toMatchObject({ allowCredentials })
  })

  it.each([
    [1, 60_000],
    [120_000, 120_000],
    [86_400_000, 600_000],
  ])('gives a person neither no time nor all day: %i', (timeout, expected) => {
    expect(read({ timeout })).toMatchObject({ timeout: expected })
  })

  it.each([
    ['another site', { rpId: 'whatsapp.com.example' }],
    ['a site above it', { rpId: 'com' }],
    ['no site', { rpId: undefined }],
    ['no challenge', { challenge: undefined }],
    ['an empty challenge', { challenge: '' }],
    ['a challenge in another alphabet', { challenge: 'a+b/c' }],
    ['an endless challenge', { challenge: 'a'.repeat(5000) }],
    ['keys of another type', { allowCredentials: [{ type: 'password', id: 'a' }] }],
    [
      'a thousand keys',
      { allowCredentials: Array.from({ length: 1000 }, () => ({ type: 'public-key', id: 'a' })) },
    ],
    ['a wish of its own', { userVerification: 'never' }],
    ['a time that is none', { timeout: 'soon' }],
  ])('is nothing where it holds %s', (_, changes) => {
    expect(read(changes)).toBeNull()
  })

  it('whatever it is, it is read or it is nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const request = readPasskeyRequest(text)
        expect([undefined, 'whatsapp.com']).toContain(request?.rpId)
      }),
    )
  })
})
