import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = 573007915260
const SPEED = 10
const AT_ONCE = 4

const clock = fastClock(SPEED)
let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 30_000, clock)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

function linked(count: number): Promise<readonly string[]> {
  return shop.linkMany(count, (qr, n) => simulator.phone(String(NUMBER + n)).scan(qr))
}

/** The sessions that have begun to connect since the log was cut, in their order. */
function begun(): readonly unknown[] {
  const lines = shop.lines.filter((line) => line.includes('"to":"connecting"'))
  return [...new Set(lines.map((line) => /"session":"([^"]+)"/.exec(line)?.[1]))]
}

it('hold nobody else up', async () => {
  const ids = await linked(AT_ONCE + 1)
  await shop.end()
  simulator.setFault({ kind: 'login-unanswered', times: AT_ONCE })
  const before = simulator.connections.attempts().length
  await shop.start()
  await shop.untilStatus(ids[AT_ONCE] ?? '', 'online')
  // None of those that hang has been given up for its sake.
  expect(simulator.connections.attempts()).toHaveLength(before + ids.length)
  expect(ids.filter((id) => shop.view(id).session.status === 'online')).toHaveLength(1)
  // What hangs is given up, and comes back by itself.
  for (const id of ids) await shop.untilStatus(id, 'online')
})

it('let a person go first', async () => {
  const ids = await linked(3 * AT_ONCE)
  const late = await shop.add('Tienda nueva', 'late')
  await shop.end()
  simulator.setFault({ kind: 'silent' })
  shop.lines.length = 0
  await shop.start()
  await expect.poll(() => begun().length, { interval: 5 }).toBeGreaterThanOrEqual(AT_ONCE)
  const waiting = ids.length - begun().length
  expect(waiting).toBeGreaterThan(0)
  shop.tell(late, 'link')
  await expect.poll(() => begun().length).toBe(ids.length + 1)
  // Of those that waited when it was told, none went before it.
  expect(begun().length - 1 - begun().indexOf('org_late')).toBe(waiting)
})
