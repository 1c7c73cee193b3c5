import { describe, expect, it } from 'vitest'
import { practicePhone } from './practice-phone.ts'

const NEW = { id: 'shop', lastNumber: null, previousNumber: null }

describe('the simulated phone of an organization', () => {
  it('is always the same one, and another one for each', () => {
    expect(practicePhone(NEW)).toMatch(/^57300[0-9]{7}$/)
    expect(practicePhone(NEW)).toBe(practicePhone({ ...NEW }))
    expect(practicePhone({ ...NEW, id: 'bakery' })).not.toBe(practicePhone(NEW))
  })

  it('is the one that is linked, however that came about', () => {
    expect(practicePhone({ ...NEW, lastNumber: '34600111222' })).toBe('34600111222')
  })

  it('is another one while the number is being changed', () => {
    const changing = { ...NEW, previousNumber: { number: practicePhone(NEW), changedAt: 0 } }
    expect(practicePhone(changing)).toMatch(/^57300[0-9]{7}$/)
    expect(practicePhone(changing)).not.toBe(practicePhone(NEW))
  })
})
