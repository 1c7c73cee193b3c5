import { describe, expect, it } from 'vitest'
import { dayInWords, lasted, percent, stretch, timeOfDay } from './times.ts'

const AT = new Date(2026, 7, 4, 8, 5).getTime()
const HOUR = 60 * 60 * 1000

describe('times', () => {
  it('are said as people of the language do', () => {
    expect(timeOfDay('pt', AT)).toBe('8:05')
    expect(timeOfDay('en', AT)).toMatch(/^8:05.AM$/)
    expect(dayInWords('es', AT, AT)).toBe('martes, 4 de agosto')
    expect(dayInWords('es', AT, AT + 200 * 24 * HOUR)).toBe('martes, 4 de agosto de 2026')
  })

  it('say of a stretch once what both its ends share', () => {
    expect(stretch('pt', AT, AT + HOUR)).toMatch(/4.*ago.*08:05.*09:05$/)
    expect(stretch('pt', AT, AT + 24 * HOUR)).toMatch(/4.*08:05.*5.*08:05/)
  })

  it('count short lengths in seconds', () => {
    expect([0, 20_000, 89_000, 90_000].map(lasted)).toEqual(['1 s', '20 s', '89 s', '2 min'])
  })

  it('say hours with their minutes while those matter', () => {
    expect([1, 1.7, 3, 12.4, 80].map((hours) => lasted(hours * HOUR))).toEqual([
      '1 h',
      '1 h 42 min',
      '3 h',
      '12 h',
      '3 d',
    ])
  })

  it('call nothing whole that is not', () => {
    expect(percent('en', 1)).toBe('100%')
    expect(percent('en', 0.99999)).toBe('99.9%')
    expect(percent('es', 0.9925)).toMatch(/^99[.,]2/)
  })
})
