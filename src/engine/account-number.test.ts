import { describe, expect, it } from 'vitest'
import { canonicalNumber, sameNumber } from './account-number.ts'

describe('one account under two numbers', () => {
  it.each([
    ['5215512345678', '525512345678'],
    ['5491123456789', '541123456789'],
    ['5492664123456', '542664123456'],
    ['5531987654321', '553187654321'],
    ['5511968765432', '551168765432'],
  ])('%s is %s', (one, other) => {
    expect(sameNumber(one, other)).toBe(true)
    expect(canonicalNumber(one)).toBe(other)
    expect(canonicalNumber(other)).toBe(other)
  })

  it.each([
    ['another line', '5215512345678', '525512345679'],
    ['a mobile that was never eight digits long, and a landline', '5511923456789', '551123456789'],
    ['a mobile that was never eight digits long, and nobody’s', '5511912345678', '551112345678'],
    ['another country', '573007915262', '5573007915262'],
    ['an area code that begins with 1', '521551234567', '52551234567'],
    ['too long for the country', '54911234567890', '5411234567890'],
  ])('%s is another one', (_what, one, other) => {
    expect(sameNumber(one, other)).toBe(false)
  })

  it('is nobody’s where it is unknown', () => {
    expect(sameNumber(null, null)).toBe(false)
    expect(sameNumber('573007915262', null)).toBe(false)
  })

  it.each(['573007915262', '14155550123', '34612345678', ''])('leaves %s as it is', (number) => {
    expect(canonicalNumber(number)).toBe(number)
  })
})
