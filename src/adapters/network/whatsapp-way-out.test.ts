import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CauseCode } from '../../contract/cause.ts'
import type { SessionView } from '../../contract/session-view.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { authority, type Certificate, EXPIRED, signedBy } from './test-support/certificates.ts'
import { ProxyServer, type ProxyRules } from './test-support/proxy-server.ts'
import { TlsFront } from './test-support/tls-front.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const SPEED = 20
const KEEP_ALIVE_MS = 2_000
const PAGE = '<!doctype html><title>Wi-Fi</title>'

let simulator: Simulator
let shop: Shop
let id: string
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  simulator = await startSimulator()
})

afterEach(async () => {
  await shop.remove()
  for (const close of closing.splice(0)) await close()
  await simulator.stop()
})

async function opened(url = simulator.url): Promise<void> {
  shop = await Shop.open(url, KEEP_ALIVE_MS, fastClock(SPEED))
  id = await shop.add('Óptica', 'shop-1')
}

async function proxy(rules: ProxyRules = {}): Promise<ProxyServer> {
  const started = await ProxyServer.start(rules)
  closing.push(() => started.close())
  return started
}

/** It is said, and tried again and again. */
async function told(cause: CauseCode): Promise<SessionView> {
  const view = await shop.until(
    id,
    `reconnecting with ${cause}`,
    ({ session }) =>
      session.status === 'reconnecting' && session.cause.code === cause && session.attempt >= 2,
    60_000,
  )
  return view.session
}

/** What to press: something between two attempts, and nothing while one is under way. */
function primary(): SessionView['primary'] {
  return shop.view(id).session.primary
}

describe('a proxy', () => {
  it('is the way for everything that goes out', async () => {
    const started = await proxy()
    await opened()
    shop.resolveProxy = () => Promise.resolve(started.entry)
    await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
    // The sockets of the link and of the first login, and the question for the present version.
    const { host } = new URL(simulator.url)
    expect(new Set(started.asked.map(({ target }) => target))).toEqual(new Set([host]))
    expect(started.asked.length).toBeGreaterThanOrEqual(3)
  })

  it('that appears while the session runs is gone through at the next connection', async () => {
    const started = await proxy()
    await opened()
    await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
    shop.resolveProxy = () => Promise.resolve(started.entry)
    simulator.device(NUMBER).dropTcp()
    await expect.poll(() => started.asked.length).toBeGreaterThan(0)
    await shop.until(id, 'online again', () => simulator.device(NUMBER).online)
  })

  it.each([407, 403, 502])(
    'that answers %i is told as the proxy’s, and left behind by itself',
    async (refuse) => {
      const rules: ProxyRules = {}
      const started = await proxy(rules)
      await opened()
      shop.resolveProxy = () => Promise.resolve(started.entry)
      await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
      rules.refuse = refuse
      simulator.dropAll()
      expect(await told('proxy-refused')).toMatchObject({ cause: { detail: refuse } })
      delete rules.refuse
      await shop.until(id, 'online again', ({ session }) => session.status === 'online', 60_000)
    },
  )
})

describe('an encrypted connection', () => {
  let ca: Certificate

  beforeAll(async () => {
    ca = await authority('Antivirus de Prueba')
  })

  it.each([
    ['opened by somebody else', 'intercepted', {}],
    ['whose certificate has expired', 'wrong-clock', EXPIRED],
  ] as const)('%s is told as such, and never as WhatsApp’s outage', async (_what, cause, validity) => {
    const front = await TlsFront.before(simulator.url, await signedBy(ca, validity))
    closing.push(() => front.close())
    await opened(front.through(simulator.url))
    shop.tell(id, 'link')
    await told(cause)
    await expect.poll(primary).toBe('retry')
  })
})

describe('a network that wants a sign-in first', () => {
  it.each([
    ['a page', { status: 200, page: PAGE }],
    ['a redirect', { status: 302, location: 'http://wifi.example/' }],
    ['the status made for it', { status: 511, page: PAGE }],
  ])('is told by %s, and left behind by itself', async (_what, answer) => {
    await opened()
    await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
    simulator.setFault({ kind: 'refuse-upgrade', ...answer })
    simulator.dropAll()
    await told('captive-portal')
    await expect.poll(primary).toBe('retry')
    simulator.setFault(null)
    await shop.until(id, 'online again', ({ session }) => session.status === 'online', 60_000)
  })
})
