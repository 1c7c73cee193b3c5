import { describe, expect, it } from 'vitest'
import { compareAccounts } from './account.ts'

const KNOWN = { number: '573007915262', lid: '100200300400500' }

describe('an account that has logged in', () => {
  it.each([
    ['same', KNOWN],
    ['same', { ...KNOWN, lid: null }],
    ['same', { ...KNOWN, number: null }],
    ['same', { number: null, lid: null }],
    ['number-changed', { ...KNOWN, number: '573126809496' }],
    ['another-number', { number: '573126809496', lid: null }],
    ['another-number', { number: '573126809496', lid: '999' }],
    ['another-account', { ...KNOWN, lid: '999' }],
    ['another-account', { number: null, lid: '999' }],
  ] as const)('is %s: %j', (verdict, found) => {
    expect(compareAccounts(KNOWN, found)).toBe(verdict)
  })

  it('is compared by its number alone where no LID was ever told', () => {
    const older = { ...KNOWN, lid: null }
    expect(compareAccounts(older, { ...KNOWN, lid: '999' })).toBe('same')
    expect(compareAccounts(older, { number: '573126809496', lid: '999' })).toBe('another-number')
  })

  it.each([
    ['5215512345678', '525512345678'],
    ['5491123456789', '541123456789'],
    ['553187654321', '5531987654321'],
  ])('is the same under the two forms of one number: %s and %s', (number, other) => {
    for (const lid of [null, '999']) {
      expect(compareAccounts({ number, lid }, { number: other, lid })).toBe('same')
      expect(compareAccounts({ number: other, lid }, { number, lid: null })).toBe('same')
    }
  })

  it('is nobody else where nothing was linked before', () => {
    expect(compareAccounts({ number: null, lid: null }, KNOWN)).toBe('same')
  })
})
