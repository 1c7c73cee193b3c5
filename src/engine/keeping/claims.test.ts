import { describe, expect, it } from 'vitest'
import { Claims, namesOf } from './claims.ts'

describe('claims', () => {
  it.each([
    ['5215512345678', '525512345678'],
    ['5491123456789', '541123456789'],
    ['5531987654321', '553187654321'],
  ])('are about an account, whichever of its numbers is named: %s and %s', (number, other) => {
    const [first, second] = [{}, {}]
    const claims = new Claims()
    expect(claims.claim(namesOf({ number, lid: null }), first)).toBeNull()
    expect(claims.claim(namesOf({ number: other, lid: null }), second)).toBe(first)
    claims.release(first)
    expect(claims.claim(namesOf({ number: other, lid: null }), second)).toBeNull()
  })
})
