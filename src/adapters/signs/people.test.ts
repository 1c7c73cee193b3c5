import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SETTINGS as AS_BORN } from '../../engine/session/session.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

const ID = 'shop-1'
const NUMBER = '573007915262'
/** The engine's minutes pass in seconds; WhatsApp takes its time. */
const SPEED = 20
const SETTLED_MS = 100_000
const SETTINGS = { ...AS_BORN, sessionPrefix: 'org', cleanAfterMs: null }

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator({ addressing: 'number' })
  shop = await Shop.open(simulator.url, 30_000, fastClock(SPEED))
  await shop.add('Óptica', ID)
  await shop.link(ID, (qr) => simulator.phone(NUMBER).scan(qr))
  // It was linked long ago: failures of the first hours are not judged.
  await shop.end()
  const file = join(shop.root, 'org_shop1', 'organization.json')
  const record: unknown = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...Object(record), linkedAt: 1 }))
  await shop.start()
  await shop.untilStatus(ID, 'online')
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

function health() {
  const { session } = shop.view(ID)
  if (session.status !== 'online') throw new Error(session.status)
  return session.health
}

async function received(count: number): Promise<void> {
  await shop.until(
    ID,
    `${count} received`,
    ({ session }) => session.status === 'online' && session.health.received >= count,
  )
}

const CONTACTS = Array.from({ length: 6 }, (_, n) => `57301555010${n}`)

describe('people who are called by LID from one day on', () => {
  it('fail once each, heal, and are nothing to be told of', async () => {
    for (const number of CONTACTS) await simulator.contact(number).sendText(NUMBER, 'antes')
    await received(6)
    simulator.settings.addressing = 'lid-only'
    simulator.settings.usyncLid = false
    for (const number of CONTACTS) await simulator.contact(number).sendText(NUMBER, 'después')
    await received(12)
    await shop.passes(SETTLED_MS)
    expect(health()).toMatchObject({ received: 12, failed: 0 })
    expect(shop.view(ID).session).toMatchObject({ warnings: [] })
    expect(shop.view(ID).session.allowed).not.toContain('clear')
  })

  it('can be read at once, without a number anywhere', async () => {
    simulator.settings.addressing = 'lid-only'
    for (const number of CONTACTS) await simulator.contact(number).sendText(NUMBER, 'hola')
    await received(6)
    await simulator.contact(CONTACTS[0] ?? '').sendText(NUMBER, 'otra')
    await received(7)
    await expect.poll(() => simulator.device(NUMBER).waiting).toBe(0)
  })

  it('are one person each, whatever they are called', async () => {
    await shop.supervisor.settle({ ...SETTINGS, hasty: true })
    for (const addressing of ['number', 'lid', 'lid-only'] as const) {
      simulator.settings.addressing = addressing
      await simulator.contact('573015550101').sendBroken(NUMBER, { count: 3 })
    }
    await shop.until(
      ID,
      'counted',
      ({ session }) => session.status === 'online' && session.health.failed >= 9,
    )
    expect(shop.view(ID).session.warnings).toEqual([])
    // Two more people, and it no longer is one contact's own trouble.
    await simulator.flood(NUMBER, { senders: 2, each: 1 })
    await shop.until(ID, 'warned', ({ session }) => session.warnings.length > 0)
  })
})

describe('messages that stay unreadable', () => {
  it('are counted where Baileys fails at them before it decrypts, and noted in the log', async () => {
    await simulator.contact(CONTACTS[0] ?? '').sendMisaddressed(NUMBER)
    await shop.until(
      ID,
      'counted',
      ({ session }) => session.status === 'online' && session.health.failed === 1,
    )
    expect(shop.lines.join('\n')).toContain('message not handled')
  })

  it('that heal are not counted', async () => {
    await simulator.flood(NUMBER, { senders: 4, each: 3, heals: true })
    // Each opened its session with one good message.
    await received(16)
    await shop.passes(SETTLED_MS)
    expect(health()).toMatchObject({ received: 16, failed: 0 })
  })
})
