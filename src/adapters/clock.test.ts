import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Clock } from '../engine/ports.ts'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { systemClock } from './system-clock.ts'
import { Shop } from './test-support/shop.ts'

const ID = 'shop-1'
const NUMBER = '573007915262'
const HOUR_MS = 3_600_000

let simulator: Simulator
let shop: Shop
/** How wrong the computer's clock is, in milliseconds. */
let wrongBy = 0

/** The computer's clock, which somebody sets; timers measure durations, as the system's do. */
const clock: Clock = {
  now: () => Date.now() + wrongBy,
  random: () => 0.1,
  wake: (at, callback) => systemClock.wake(at - wrongBy, callback),
}

beforeEach(async () => {
  wrongBy = 0
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 30_000, clock)
  await shop.add('Óptica', ID)
  await shop.link(ID, (qr) => simulator.phone(NUMBER).scan(qr))
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

it('a clock that is set back by hours while a session waits does not make it wait for hours', async () => {
  const refused = new Promise((resolve) => {
    simulator.setFault({ kind: 'refuse-upgrade', status: 404, times: 3 })
    void shop.until(ID, 'reconnecting', ({ session }) => session.status === 'reconnecting').then(resolve)
  })
  simulator.dropAll()
  await refused
  wrongBy = -5 * HOUR_MS
  await shop.supervisor.check()
  await shop.untilStatus(ID, 'online')
  await expect.poll(() => simulator.connections.live().length).toBe(1)
})
