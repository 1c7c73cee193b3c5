import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../contract/preferences.ts'
import {
  ago,
  counted,
  daysLeft,
  duration,
  moment,
  plural,
  remaining,
  ended,
  fileSize,
  momentInWords,
} from './format.ts'

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
      day: 'other',
      date: '3 de noviembre',
    })
    expect(moment('es', new Date(2024, 10, 3).getTime(), NOW)).toEqual({
      day: 'other',
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

describe('momentInWords', () => {
  const forms = {
    today: (time: string) => `hoy ${time}`,
    yesterday: (time: string) => `ayer ${time}`,
    other: (date: string) => `el ${date}`,
  }

  it('takes the form that fits', () => {
    expect(momentInWords({ day: 'yesterday', time: '8:00' }, forms)).toBe('ayer 8:00')
    expect(momentInWords({ day: 'other', date: '4 de agosto' }, forms)).toBe('el 4 de agosto')
  })
})

describe('fileSize', () => {
  it('is in the largest fitting unit', () => {
    expect(fileSize('en', 0)).toBe('0 bytes')
    expect(fileSize('en', 212_992)).toBe('213 kB')
    expect(fileSize('en', 1_843_200)).toBe('1.8 MB')
    expect(fileSize('pt', 1_843_200)).toBe('1,8 MB')
  })
})

describe('ended', () => {
  it('adds a full stop where there is none', () => {
    expect(ended('hoy a las 8:00')).toBe('hoy a las 8:00.')
    expect(ended('hoy a las 8:00 a.m.')).toBe('hoy a las 8:00 a.m.')
  })
})
