import { describe, expect, it } from 'vitest'
import {
  type Companion,
  comparisonCode,
  handoffKey,
  handoffProof,
  newCompanion,
  pairingRequestFor,
  prologueOf,
  readPhoneIdentity,
} from './prologue.ts'

/** Bytes from `first` on, each one more than the one before. */
const rising = (first: number, length: number) => Buffer.from(Array.from({ length }, (_, n) => first + n))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text, 'hex')

const ADV_SECRET = rising(0, 32)
const COMPANION: Companion = {
  ephemeral: {
    private: rising(64, 32),
    public: bytes('79a631eede1bf9c98f12032cdeadd0e7a079398fc786b88cc846ec89af85a51a'),
  },
  nonce: rising(32, 32),
  deviceType: 1,
  ref: '2@a-ref',
}
const PHONE = {
  publicKey: bytes('493e82fc74464a59268817623d2053c5eb8e2cc4a988b4fee179ec6b010d531d'),
  nonce: rising(200, 32),
}

/** The answers are those of another implementation (Python's `cryptography` 48), from the same inputs. */
describe('known answers', () => {
  const PROLOGUE = [
    '0a2d0a2079a631eede1bf9c98f12032cdeadd0e7a079398fc786b88cc846ec89af85a51a10011a073240612d72656612',
    '220a208d665573f5a9bbe02076fdb6d662cff572a9e382949ff16f4476533bee7fefda',
  ].join('')

  it('the key that the code on screen hands over', () => {
    expect(hex(handoffKey(ADV_SECRET))).toBe(
      'bf71b722a793d4f9d2c8e46ad45266621b5d4c5273cca92d93068648346c10a5',
    )
  })

  it('the prologue: who this client is, and what it commits itself to', () => {
    expect(hex(prologueOf(COMPANION))).toBe(PROLOGUE)
  })

  it('the proof over the prologue', () => {
    expect(hex(handoffProof(handoffKey(ADV_SECRET), bytes(PROLOGUE)))).toBe(
      '04eb57454c56046732f3b64f2f63200b2cdc43e65301238373423792c13503a0',
    )
  })

  it('the code that both sides show', () => {
    expect(comparisonCode(COMPANION, PHONE)).toBe('ZGCJ-6R2T')
  })

  it('the request that only the phone can open', () => {
    const secrets = {
      noiseKey: Buffer.alloc(32, 1),
      identityKey: Buffer.alloc(32, 2),
      advSecret: Buffer.alloc(32, 3),
    }
    expect(hex(pairingRequestFor(PHONE, COMPANION, secrets, rising(0, 12)))).toBe(
      [
        '0a7647a04b999eab273a55de1e65a645c4acce030d5529119ddfa4f16a0c6b4cad4a8b9b28d58f8c3a8f6d3deaa546c4',
        '791dc0899656d26574327df07764ac0cee3804e9b49a69d8e5d89ba0da9ab48825b2a3ef715f1165f9cf3c27567f940d',
        '0aa2b40a037dc80874fb1ff9ecda5d89b32af1ecad840391120c000102030405060708090a0b',
      ].join(''),
    )
  })
})

describe('a phone’s answer', () => {
  const whole = Buffer.concat([bytes('0a20'), PHONE.publicKey, bytes('1220'), PHONE.nonce])

  it('is read', () => {
    expect(readPhoneIdentity(whole)).toEqual(PHONE)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half of it', whole.subarray(0, 40)],
    ['no nonce', whole.subarray(0, 34)],
    [
      'a key that is too short',
      Buffer.concat([bytes('0a1f'), PHONE.publicKey.subarray(1), bytes('1220'), PHONE.nonce]),
    ],
    ['something else', Buffer.from('not a message')],
  ])('is none where it is %s', (_, content) => {
    expect(readPhoneIdentity(content)).toBeNull()
  })
})

it('every companion has a key and a nonce of its own', () => {
  const one = newCompanion(1, 'a')
  const other = newCompanion(1, 'a')
  expect(one.ephemeral.public).toHaveLength(32)
  expect(one.nonce).toHaveLength(32)
  expect(hex(one.ephemeral.public)).not.toBe(hex(other.ephemeral.public))
  expect(hex(one.nonce)).not.toBe(hex(other.nonce))
})
