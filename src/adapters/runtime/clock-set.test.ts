import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startSimulator } from '../../simulator/server.ts'
import { systemClock } from './system-clock.ts'
import { CalendarClock } from '../test-support/calendar-clock.ts'
import { link, until, viewOf, withShop } from '../test-support/linked-folder.ts'

const HOUR_MS = 3_600_000
const LOOK_MS = 10_000

it('a clock that is put wrong and right again while a session is online is warned of meanwhile', async () => {
  const simulator = await startSimulator()
  const folder = await mkdtemp(join(tmpdir(), 'enlace-clock-'))
  const clock = new CalendarClock()
  await withShop(
    folder,
    simulator.url,
    async (shop) => {
      await link(shop, simulator, 'shop', '573007915262')
      const session = () => viewOf(shop, 'shop')?.session
      const warned = () => session()?.warnings.some(({ code }) => code === 'clock-skew') === true
      await until('told the time', () => {
        const shown = session()
        return shown?.status === 'online' && shown.health.clockSkew !== null
      })
      expect(warned()).toBe(false)
      clock.wrongBy = HOUR_MS
      clock.pass(LOOK_MS)
      expect(warned()).toBe(true)
      clock.wrongBy = 0
      clock.pass(LOOK_MS)
      expect(warned()).toBe(false)
      expect(session()?.status).toBe('online')
    },
    clock,
  )
  await simulator.stop()
  await rm(folder, { recursive: true })
})

it('the system counts for how long it has run, in milliseconds', async () => {
  const before = { now: systemClock.now(), uptime: systemClock.uptime() }
  const uptime = await until('a second later', () => {
    const passed = systemClock.uptime() - before.uptime
    return passed >= 1_000 && passed
  })
  const clock = systemClock.now() - before.now
  // Some systems count in whole seconds.
  expect(Math.abs(clock - uptime)).toBeLessThan(1_100)
})
