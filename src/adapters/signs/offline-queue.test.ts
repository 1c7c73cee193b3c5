import { describe, expect, it } from 'vitest'
import { ID, linkedShop, NUMBER } from './test-support/linked-shop.ts'

const STRANGER = '573015550101'
const CUSTOMER = '573015550102'
const MINUTE = 60 * 1000

const here = linkedShop()

const device = () => here().simulator.phone(NUMBER).device()

/** While nobody is there, something happens; then the session is back. */
async function away(happens: () => Promise<unknown>): Promise<void> {
  await expect.poll(() => device().waiting).toBe(0)
  await here().shop.end()
  await happens()
  await here().shop.start()
  await here().shop.untilStatus(ID, 'online')
}

describe('what waited at WhatsApp', () => {
  it.each([
    ['a status', () => here().simulator.contact(STRANGER).sendUnreadableStatus(NUMBER)],
    ['a message', () => here().simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'unknown-pre-key' })],
    [
      'a message of a session that is gone',
      () => here().simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'no-session' }),
    ],
  ])('arrives behind %s that cannot be decrypted', async (_what, unreadable) => {
    here().simulator.settings.queue = 'strict'
    let messageId = ''
    await away(async () => {
      await unreadable()
      messageId = await here().simulator.contact(CUSTOMER).sendText(NUMBER, '¿abren hoy?')
    })
    const answered = () => here().simulator.contact(CUSTOMER).receipts()
    await expect.poll(answered).toContainEqual(expect.objectContaining({ id: messageId }))
    await expect.poll(() => device().waiting).toBe(0)
  })

  it('is asked for again where the sender can still help', async () => {
    here().simulator.settings.queue = 'strict'
    let ids: readonly string[] = []
    await away(async () => {
      ids = await here().simulator.contact(STRANGER).sendBroken(NUMBER, { damage: 'no-session', heals: true })
    })
    const types = () =>
      here()
        .simulator.contact(STRANGER)
        .receipts()
        .filter((receipt) => receipt.id === ids[0])
        .map(({ type }) => type)
    await expect.poll(types).toEqual(['retry', 'inactive'])
  })

  it('is a warning with a remedy where it is announced and does not come', async () => {
    here().simulator.settings.queue = 'withheld'
    await away(() => here().simulator.contact(CUSTOMER).sendText(NUMBER, '¿abren hoy?'))
    const warned = () =>
      here()
        .shop.view(ID)
        .session.warnings.map(({ code }) => code)
    here().clock.pass(2 * MINUTE)
    expect(warned()).toEqual([])
    here().clock.pass(2 * MINUTE)
    const { session } = here().shop.view(ID)
    expect(session).toMatchObject({
      status: 'online',
      warnings: [{ code: 'queue-withheld', action: 'verify' }],
    })

    here().simulator.settings.queue = 'given'
    here().shop.tell(ID, 'verify')
    await here().shop.untilStatus(ID, 'starting')
    await here().shop.untilStatus(ID, 'online')
    await expect.poll(() => device().waiting).toBe(0)
    expect(warned()).toEqual([])
  })
})
