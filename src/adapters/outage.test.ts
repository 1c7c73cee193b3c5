import { afterEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../simulator/server.ts'
import { pause } from './test-support/mischief.ts'
import { Shop } from './test-support/shop.ts'

/**
 * Outages at their real length and with the product's own keep-alive: three shops at the same time, because each
 * would take most of a minute alone.
 */
const OUTAGE_MS = 40_000
const KEEP_ALIVE_MS = 30_000
const MOST_ATTEMPTS = 12
const COME_BACK_MS = 2_000
const NOTICED_MS = 45_000
/** Links of different ages, so that their keep-alives do not beat in step. */
const HALF_OPEN_LINKS = 4
const NUMBER = '573007915262'

interface Setting {
  readonly simulator: Simulator
  readonly shop: Shop
  readonly numbers: readonly string[]
}

const settings: Setting[] = []

afterEach(async () => {
  for (const { shop, simulator } of settings.splice(0)) {
    await shop.remove()
    await simulator.stop()
  }
})

async function linkedShop(sessions = 1): Promise<Setting> {
  const simulator = await startSimulator()
  const shop = await Shop.open(simulator.url, KEEP_ALIVE_MS)
  const numbers = Array.from({ length: sessions }, (_, n) => String(Number(NUMBER) + n))
  const setting = { simulator, shop, numbers }
  settings.push(setting)
  for (const [n, number] of numbers.entries()) {
    const id = await shop.add(`Tienda ${n}`, `shop-${n}`)
    await shop.link(id, async () => {
      const qr = shop.supervisor.find(id)?.qrText ?? null
      if (qr !== null) await simulator.phone(number).scan(qr)
    })
    await pause(sessions > 1 ? 1_300 : 0)
  }
  return setting
}

/** How often a session began to connect, as its log tells. */
function attempts({ shop }: Setting): number {
  return shop.lines.filter((line) => line.includes('"to":"connecting"')).length
}

/** Nobody answers at the address: attempts cannot even reach the server. */
async function closedPort(): Promise<{ attempts: number; backAfterMs: number }> {
  const setting = await linkedShop()
  const { simulator, shop } = setting
  const before = attempts(setting)
  await simulator.pause()
  await pause(OUTAGE_MS)
  const made = attempts(setting) - before
  await simulator.resume()
  const back = performance.now()
  await shop.untilStatus('shop-0', 'online')
  return { attempts: made, backAfterMs: performance.now() - back }
}

/** Somebody answers, and hangs up: each attempt is seen. */
async function hangUp(): Promise<{ attempts: number }> {
  const { simulator } = await linkedShop()
  const before = simulator.connections.attempts().length
  simulator.setFault({ kind: 'hang-up' })
  simulator.dropAll()
  await pause(OUTAGE_MS)
  return { attempts: simulator.connections.attempts().length - before }
}

/** The link is there, but nothing comes through it any more. */
async function halfOpen(): Promise<{ noticedAfterMs: readonly number[] }> {
  const { simulator, numbers } = await linkedShop(HALF_OPEN_LINKS)
  // The silence begins with the halves: what arrives just before makes it as long as it can be.
  await Promise.all(numbers.map((number) => simulator.contact('573015550101').sendText(number, 'hola')))
  simulator.halfOpenAll()
  const since = performance.now()
  return {
    noticedAfterMs: await Promise.all(
      numbers.map(async (number) => {
        while (simulator.device(number).online) await pause(20)
        return performance.now() - since
      }),
    ),
  }
}

describe('outages', () => {
  it('costs few attempts, ends with the outage, and a dead link is noticed', async () => {
    const [closed, hungUp, half] = await Promise.all([closedPort(), hangUp(), halfOpen()])
    expect(closed.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS)
    expect(hungUp.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS)
    expect(closed.backAfterMs).toBeLessThanOrEqual(COME_BACK_MS)
    expect(Math.max(...half.noticedAfterMs)).toBeLessThanOrEqual(NOTICED_MS)
  }, 90_000)
})
