import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../contract/commands.ts'
import { ago, counted, daysLeft, duration, moment, plural, remaining } from './format.ts'

const NOW = new Date(2025, 10, 20, 9, 0).getTime()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('ago', () => {
  it('is now for the first ten seconds, and for a clock that was set back', () => {
    expect(ago('es', NOW - 9_999, NOW)).toBe('ahora')
    expect(ago('es', NOW + HOUR, NOW)).toBe('ahora')
  })

  it('goes in tens of seconds, then in minutes, hours and days', () => {
    expect(ago('es', NOW - 29_000, NOW)).toBe('hace 20 segundos')
    expect(ago('es', NOW - 90_000, NOW)).toBe('hace 1 minuto')
    expect(ago('pt', NOW - 3 * HOUR, NOW)).toBe('há 3 horas')
    expect(ago('en', NOW - DAY, NOW)).toBe('yesterday')
  })
})

describe('remaining', () => {
  it('counts seconds up to two minutes and never goes below zero', () => {
    expect(remaining(NOW + 13_200, NOW)).toBe('14 s')
    expect(remaining(NOW + 119_000, NOW)).toBe('119 s')
    expect(remaining(NOW + 121_000, NOW)).toBe('3 min')
    expect(remaining(NOW - 5_000, NOW)).toBe('0 s')
  })
})

describe('duration', () => {
  it.each([
    [20 * 1000, '1 min'],
    [7 * 60_000, '7 min'],
    [3 * 3_600_000, '3 h'],
    [50 * 3_600_000, '2 d'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words)
  })
})

describe('counted', () => {
  it('groups only what is long', () => {
    expect(LANGUAGES.map((language) => counted(language, 1284))).toEqual(['1284', '1284', '1284'])
    expect(counted('pt', 12840)).toBe('12.840')
  })
})

describe('daysLeft', () => {
  it('counts a day that has begun', () => {
    expect(daysLeft(NOW + 7 * DAY, NOW)).toBe(7)
    expect(daysLeft(NOW + 6 * DAY + HOUR, NOW)).toBe(7)
    expect(daysLeft(NOW - HOUR, NOW)).toBe(0)
  })
})

describe('moment', () => {
  it('names today and yesterday by the clock', () => {
    expect(moment('es', NOW - HOUR, NOW)).toMatchObject({ day: 'today' })
    expect(moment('es', NOW - 10 * HOUR, NOW)).toMatchObject({ day: 'yesterday' })
  })

  it('names older days by date, with the year only where it is another', () => {
    expect(moment('es', new Date(2025, 10, 3).getTime(), NOW)).toEqual({
      day: 'earlier',
      date: '3 de noviembre',
    })
    expect(moment('es', new Date(2024, 10, 3).getTime(), NOW)).toEqual({
      day: 'earlier',
      date: '3 de noviembre de 2024',
    })
  })
})

describe('plural', () => {
  it('keeps millions in the general form, which Spanish calls many', () => {
    expect(plural('es', 1_000_000, { one: 'una', other: 'muchas' })).toBe('muchas')
    expect(plural('es', 1, { one: 'una', other: 'muchas' })).toBe('una')
  })
})
