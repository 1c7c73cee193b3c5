import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOf, isDue, isRecent } from './age.ts'

const time = fc.integer({ min: 0, max: 4_000_000_000_000 })
const span = fc.integer({ min: 1, max: 400 * 24 * 60 * 60 * 1000 })

describe('an age', () => {
  it('is what lies between two times', () => {
    expect(ageOf(1_000, 1_500)).toBe(500)
    expect(ageOf(1_000, 1_000)).toBe(0)
  })

  it('is not known of what never was, nor of a time that has not come', () => {
    expect(ageOf(null, 1_000)).toBeNull()
    expect(ageOf(1_001, 1_000)).toBeNull()
  })

  it('never is negative, and what is not recent in the past is due', () => {
    fc.assert(
      fc.property(time, time, span, (since, at, every) => {
        const age = ageOf(since, at)
        expect(age === null || age >= 0).toBe(true)
        expect(isDue(since, every, at)).toBe(!isRecent(since, every, at))
      }),
    )
  })

  it('makes everything due after a clock that was ahead was put right', () => {
    fc.assert(
      fc.property(time, span, span, (at, ahead, every) => {
        expect(isDue(at + ahead, every, at)).toBe(true)
        expect(isRecent(at + ahead, every, at)).toBe(false)
      }),
    )
  })
})
