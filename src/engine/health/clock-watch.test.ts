import { expect, it } from 'vitest'
import { ClockWatch } from './clock-watch.ts'
import { ManualClock } from '../test-support/manual-clock.ts'

const HOUR = 3_600_000

it('notices each time that the clock is set, and neither time that passes nor small corrections', () => {
  const clock = new ManualClock()
  let noticed = 0
  const watch = new ClockWatch(clock, () => {
    noticed += 1
  })
  watch.begin()
  clock.pass(HOUR)
  clock.jump(900)
  clock.pass(HOUR)
  expect(noticed).toBe(0)

  clock.jump(HOUR)
  clock.pass(10_000)
  expect(noticed).toBe(1)
  clock.pass(HOUR)
  expect(noticed).toBe(1)
  clock.jump(-HOUR)
  clock.pass(10_000)
  expect(noticed).toBe(2)

  watch.end()
  clock.jump(HOUR)
  clock.pass(HOUR)
  expect(noticed).toBe(2)
})
