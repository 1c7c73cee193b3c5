import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { CalendarClock } from '../test-support/calendar-clock.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const STRANGER = '573015550101'
const CUSTOMER = '573015550102'
const MINUTE = 60 * 1000

let clock: CalendarClock
let simulator: Simulator
let shop: Shop
let id: string

beforeEach(async () => {
  clock = new CalendarClock()
  simulator = await startSimulator({ replyDelayMs: 0 })
  shop = await Shop.open(simulator.url, undefined, clock)
  id = await shop.add('Óptica', 'shop-1')
  await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
})
afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

const device = () => simulator.phone(NUMBER).device()

/** While nobody is there, something happens; then the session is back. */
async function away(happens: () => Promise<unknown>): Promise<void> {
  await expect.poll(() => device().waiting).toBe(0)
  await shop.end()
  await happens()
  await shop.start()
  await shop.untilStatus(id, 'online')
}

describe('what waited at WhatsApp', () => {
  it.each([
    ['a status', () => simulator.contact(STRANGER).sendUnreadableStatus(NUMBER)],
    ['a message', () => simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'unknown-pre-key' })],
    [
      'a message of a session that is gone',
      () => simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'no-session' }),
    ],
  ])('arrives behind %s that cannot be decrypted', async (_what, unreadable) => {
    simulator.settings.queue = 'strict'
    let messageId = ''
    await away(async () => {
      await unreadable()
      messageId = await simulator.contact(CUSTOMER).sendText(NUMBER, '¿abren hoy?')
    })
    const answered = () => simulator.contact(CUSTOMER).receipts()
    await expect.poll(answered).toContainEqual(expect.objectContaining({ id: messageId }))
    await expect.poll(() => device().waiting).toBe(0)
  })

  it('is asked for again where the sender can still help', async () => {
    simulator.settings.queue = 'strict'
    let ids: readonly string[] = []
    await away(async () => {
      ids = await simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'no-session', heals: true })
    })
    const types = () =>
      simulator
        .contact(STRANGER)
        .receipts()
        .filter((receipt) => receipt.id === ids[0])
        .map(({ type }) => type)
    await expect.poll(types).toEqual(['retry', 'inactive'])
  })

  it('is a warning with a remedy where it is announced and does not come', async () => {
    simulator.settings.queue = 'withheld'
    await away(() => simulator.contact(CUSTOMER).sendText(NUMBER, '¿abren hoy?'))
    const warned = () => shop.view(id).session.warnings.map(({ code }) => code)
    clock.pass(2 * MINUTE)
    expect(warned()).toEqual([])
    clock.pass(2 * MINUTE)
    const { session } = shop.view(id)
    expect(session).toMatchObject({
      status: 'online',
      warnings: [{ code: 'queue-withheld', action: 'verify' }],
    })

    simulator.settings.queue = 'given'
    shop.tell(id, 'verify')
    await shop.untilStatus(id, 'starting')
    await shop.untilStatus(id, 'online')
    await expect.poll(() => device().waiting).toBe(0)
    expect(warned()).toEqual([])
  })
})
