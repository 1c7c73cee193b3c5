import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

/** A whole shopping street behind one line, which is dead for a day. */
const SESSIONS = 60
const HOURS = 24
const HOUR_MS = 60 * 60_000
/** One each five minutes, the longest that is waited where the network is to blame. */
const MOST_AN_HOUR = 12
const BACK_WITHIN_MS = 60_000
const NUMBER = 573007915200

const clock = fastClock(1)
let simulator: Simulator
let shop: Shop
let ids: readonly string[]

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 30_000, clock)
  ids = await shop.linkMany(SESSIONS, (qr, n) => simulator.phone(String(NUMBER + n)).scan(qr))
}, 900_000)

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

interface Told {
  attempts: number
  phase: string
}

/** What the log says of each session since it was cut: how often it tried, and where it is now. */
function told(): ReadonlyMap<string, Told> {
  const sessions = new Map<string, Told>()
  for (const line of shop.lines) {
    const { event, session = '', to = '' }: Partial<Record<string, string>> = JSON.parse(line)
    if (event !== 'phase') continue
    const { attempts } = sessions.get(session) ?? { attempts: 0 }
    sessions.set(session, { attempts: attempts + (to === 'connecting' ? 1 : 0), phase: to })
  }
  return sessions
}

function mostAttempts(): number {
  return Math.max(...[...told().values()].map(({ attempts }) => attempts))
}

/** Those that have tried in vain and wait for their next attempt. */
function waiting(): number {
  return [...told().values()].filter(({ phase }) => phase === 'waiting').length
}

function statuses(): ReadonlySet<string> {
  return new Set(ids.map((id) => shop.view(id).session.status))
}

it('an outage of everything for a day ends for all within a minute, without a press and without a storm', async () => {
  await simulator.pause()
  for (let hour = 0; hour < HOURS; hour += 1) {
    shop.lines.length = 0
    clock.sleep(HOUR_MS)
    // Every one of them tries in every hour: none has given up.
    await expect.poll(waiting).toBe(SESSIONS)
    // A reconnection in its first seconds is not shown.
    await expect.poll(statuses).toEqual(new Set(['reconnecting']))
    expect(mostAttempts()).toBeLessThanOrEqual(MOST_AN_HOUR)
  }

  const logins = simulator.connections.attempts().length
  shop.lines.length = 0
  await simulator.resume()
  const since = clock.uptime()
  await expect.poll(statuses, { timeout: 600_000 }).toEqual(new Set(['online']))
  expect(clock.uptime() - since).toBeLessThanOrEqual(BACK_WITHIN_MS)
  expect(mostAttempts()).toBeLessThanOrEqual(2)
  expect(simulator.connections.attempts()).toHaveLength(logins + SESSIONS)
  expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
}, 1_200_000)
