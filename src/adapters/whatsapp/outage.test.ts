import { afterEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { pause } from './test-support/mischief.ts'
import { SilentNetwork } from './test-support/silent-network.ts'
import { Shop } from '../test-support/shop.ts'

/**
 * Outages at their real length and with the product's own keep-alive: several shops at the same time, because each
 * would take most of a minute alone.
 */
const OUTAGE_MS = 40_000
const KEEP_ALIVE_MS = 30_000
const MOST_ATTEMPTS = 12
/** From the end of an outage: one that was under way and is lost, and the one that gets in. How long that takes is the benchmark's. */
const ATTEMPTS_TO_RETURN = 2
const NOTICED_MS = 45_000
/** Links of different ages, so that their keep-alives do not beat in step. */
const HALF_OPEN_LINKS = 4
const AGED_MS = 1_300
/** A street of shops behind one line. */
const MANY = 20
/** Long enough for every one of them to have noticed, tried, and to be waiting or hanging in an attempt. */
const SHORT_OUTAGE_MS = 12_000
/** A shop whose dead links are noticed early, to keep the short outage short. */
const EAGER_MS = 3_000
const NUMBER = '573007915262'

/** The time that this process has been given: what is promised is promised on a machine that has time for it. */
const ownClock = fastClock(1)

interface Setting {
  readonly simulator: Simulator
  readonly shop: Shop
  readonly numbers: readonly string[]
}

const settings: Setting[] = []
const networks: SilentNetwork[] = []

afterEach(async () => {
  for (const { shop, simulator } of settings.splice(0)) {
    await shop.remove()
    await simulator.stop()
  }
  for (const network of networks.splice(0)) await network.remove()
})

interface Wish {
  readonly sessions?: number
  /** Between linking one and the next. */
  readonly apartMs?: number
  readonly keepAliveMs?: number
  /** What the shop reaches the simulator through. */
  readonly through?: (url: string) => Promise<string>
}

async function linkedShop({
  sessions = 1,
  apartMs = 0,
  keepAliveMs = KEEP_ALIVE_MS,
  through = async (url) => url,
}: Wish = {}): Promise<Setting> {
  const simulator = await startSimulator()
  const shop = await Shop.open(await through(simulator.url), keepAliveMs)
  const numbers = Array.from({ length: sessions }, (_, n) => String(Number(NUMBER) + n))
  const setting = { simulator, shop, numbers }
  settings.push(setting)
  for (const [n, number] of numbers.entries()) {
    const id = await shop.add(`Tienda ${n}`, `shop-${n}`)
    await shop.link(id, async () => {
      const qr = shop.supervisor.find(id)?.qrText ?? null
      if (qr !== null) await simulator.phone(number).scan(qr)
    })
    await pause(apartMs)
  }
  return setting
}

/** How often a session began to connect, as its log tells. */
function attempts({ shop }: Setting): number {
  return shop.lines.filter((line) => line.includes('"to":"connecting"')).length
}

/** Nobody answers at the address: attempts cannot even reach the server. */
async function closedPort(): Promise<{ attempts: number; toReturn: number }> {
  const setting = await linkedShop()
  const { simulator, shop } = setting
  const before = attempts(setting)
  await simulator.pause()
  await pause(OUTAGE_MS)
  const made = attempts(setting) - before
  await simulator.resume()
  await shop.untilStatus('shop-0', 'online')
  return { attempts: made, toReturn: attempts(setting) - before - made }
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
  const { simulator, numbers } = await linkedShop({ sessions: HALF_OPEN_LINKS, apartMs: AGED_MS })
  // The silence begins with the halves: what arrives just before makes it as long as it can be.
  await Promise.all(numbers.map((number) => simulator.contact('573015550101').sendText(number, 'hola')))
  simulator.halfOpenAll()
  const since = ownClock.uptime()
  return {
    noticedAfterMs: await Promise.all(
      numbers.map(async (number) => {
        while (simulator.device(number).online) await pause(20)
        return ownClock.uptime() - since
      }),
    ),
  }
}

interface Return {
  /** How many sessions had noticed the outage before it ended. */
  readonly noticed: number
  /** How often they began to connect from its end until all were online. */
  readonly attempts: number
}

/** Many sessions, an outage of a few seconds, and their way back. */
async function manyReturn(
  setting: Setting,
  begin: () => Promise<void>,
  end: () => Promise<void>,
): Promise<Return> {
  const { shop, numbers } = setting
  const status = (n: number) => shop.view(`shop-${n}`).session.status
  const offline = () => numbers.filter((_number, n) => status(n) !== 'online').length
  await begin()
  await pause(SHORT_OUTAGE_MS)
  const noticed = offline()
  const from = shop.lines.length
  await end()
  // Each on its own: where the machine has no time, one that is back may be lost again while others are on their way.
  const ways = () => numbers.map((_number, n) => wayBack(shop.lines.slice(from), `org_shop${n}`))
  await expect.poll(ways).not.toContain(null)
  return { noticed, attempts: ways().reduce((sum: number, way) => sum + (way ?? 0), 0) }
}

/** How often a session began to connect until it was online for the first time; null while it is not. */
function wayBack(lines: readonly string[], sessionName: string): number | null {
  const steps = lines.filter((line) => line.includes(`"session":"${sessionName}"`))
  const arrival = steps.findIndex((line) => line.includes('"to":"online"'))
  if (arrival === -1) return null
  return steps.slice(0, arrival).filter((line) => line.includes('"to":"connecting"')).length
}

/** The server is gone for a while: connections are refused. */
async function manyRefused(): Promise<Return> {
  const setting = await linkedShop({ sessions: MANY })
  const { simulator } = setting
  return manyReturn(
    setting,
    () => simulator.pause(),
    () => simulator.resume(),
  )
}

/** The line is dead for a while: nobody is refused, and nobody hears anything. */
async function manyUnheard(): Promise<Return> {
  let network: SilentNetwork | null = null
  const through = async (url: string) => {
    network = await SilentNetwork.before(url)
    networks.push(network)
    return network.through(url)
  }
  const setting = await linkedShop({ sessions: MANY, keepAliveMs: EAGER_MS, through })
  return manyReturn(
    setting,
    async () => network?.fallSilent(),
    async () => network?.comeBack(),
  )
}

describe('outages', () => {
  it('costs few attempts, ends with the outage, and a dead link is noticed', async () => {
    const [closed, hungUp, half, refused, unheard] = await Promise.all([
      closedPort(),
      hangUp(),
      halfOpen(),
      manyRefused(),
      manyUnheard(),
    ])
    expect(closed.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS)
    expect(hungUp.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS)
    expect(closed.toReturn).toBeLessThanOrEqual(ATTEMPTS_TO_RETURN)
    for (const { noticed, attempts: made } of [refused, unheard]) {
      expect(noticed).toBe(MANY)
      expect(made).toBeLessThanOrEqual(MANY * ATTEMPTS_TO_RETURN)
    }
    expect(Math.max(...half.noticedAfterMs)).toBeLessThanOrEqual(NOTICED_MS)
  }, 1_200_000)
})
