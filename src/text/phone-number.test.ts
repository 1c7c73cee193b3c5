import { describe, expect, it } from 'vitest'
import { phoneNumber } from './phone-number.ts'

describe('phoneNumber', () => {
  it.each([
    ['573007915262', '+57 300 791 5262'],
    ['5215512345678', '+52 55 1234 5678'],
    ['525512345678', '+52 55 1234 5678'],
    ['5511987654321', '+55 11 98765 4321'],
    ['5491123456789', '+54 9 11 2345 6789'],
    ['14155550123', '+1 415 555 0123'],
    ['34612345678', '+34 612 34 56 78'],
  ])('writes %s as %s', (digits, written) => {
    expect(phoneNumber(digits)).toBe(written)
  })

  it('shows what is no known number as it is', () => {
    expect(phoneNumber('99912345678901')).toBe('+99912345678901')
  })
})
