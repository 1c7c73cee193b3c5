import { expect, it } from 'vitest'
import { waysHere } from './ways-here.ts'

const WINDOWS_11 = { platform: 'win32', release: '10.0.22631' } as const
const WINDOWS_10 = { platform: 'win32', release: '10.0.19045' } as const
const OTHERS = [
  WINDOWS_10,
  { platform: 'darwin', release: '24.5.0' },
  // A kernel of Linux may have any number.
  { platform: 'linux', release: '11.0.30000-generic' },
] as const

it('is a window of Enlace only where the system itself offers the phone', () => {
  expect(waysHere({ ...WINDOWS_11, hasBrowser: true }, null)).toEqual(['window', 'browser'])
  expect(waysHere({ ...WINDOWS_11, hasBrowser: false }, null)).toEqual(['window'])
  for (const other of OTHERS) expect(waysHere({ ...other, hasBrowser: true }, null)).toEqual(['browser'])
})

it('is none where there is no browser', () => {
  for (const other of OTHERS) expect(waysHere({ ...other, hasBrowser: false }, null)).toEqual([])
})

it('is what a test has asked for, as far as it is there', () => {
  const [, , linux] = OTHERS
  expect(waysHere({ ...linux, hasBrowser: true }, ['window'])).toEqual(['window'])
  expect(waysHere({ ...linux, hasBrowser: true }, ['browser', 'window'])).toEqual(['browser', 'window'])
  expect(waysHere({ ...linux, hasBrowser: false }, ['browser', 'window'])).toEqual(['window'])
  expect(waysHere({ ...WINDOWS_11, hasBrowser: true }, ['browser'])).toEqual(['browser'])
})
