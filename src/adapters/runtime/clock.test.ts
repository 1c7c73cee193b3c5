import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Clock } from '../../engine/ports.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

const ID = 'shop-1'
const NUMBER = '573007915262'
const HOUR_MS = 3_600_000
const SPEED = 20

let simulator: Simulator
let shop: Shop
/** How wrong the computer's clock is, in milliseconds. */
let wrongBy = 0
const right = fastClock(SPEED)

/** A clock that somebody sets; timers measure durations, as the system's do. */
const clock: Clock = {
  now: () => right.now() + wrongBy,
  uptime: () => right.uptime(),
  random: () => 0.9,
  wake: (at, callback) => right.wake(at - wrongBy, callback),
}

beforeEach(async () => {
  wrongBy = 0
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 30_000, clock)
  await shop.add('Óptica', ID)
  await shop.link(ID, (qr) => simulator.phone(NUMBER).scan(qr))
  simulator.setFault({ kind: 'refuse-upgrade', status: 404, times: 2 })
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

/** Forty minutes of the engine's clock: enough for a busy machine, and still less than the hours it was set by. */
const SOON = { timeout: 120_000 }

function links(): number {
  return simulator.connections.live().length
}

it('a clock that is set back by hours while a session waits does not make it wait for hours', async () => {
  simulator.dropAll()
  await shop.untilStatus(ID, 'reconnecting')
  wrongBy = -5 * HOUR_MS
  await shop.supervisor.check()
  await expect.poll(links, SOON).toBe(1)
})

it('nor does one that is set back before the drop is news', async () => {
  const before = simulator.connections.attempts().length
  simulator.dropAll()
  await expect.poll(() => simulator.connections.attempts().length).toBeGreaterThan(before)
  wrongBy = -5 * HOUR_MS
  await expect.poll(links, SOON).toBe(1)
})
