import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'

const ID = 'shop-1'
const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  await shop.add('Óptica', ID)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

const phone = () => simulator.phone(NUMBER)

async function link(): Promise<void> {
  await shop.link(ID, (qr) => phone().scan(qr))
}

/** What became of a test of the connection. */
async function tested() {
  shop.tell(ID, 'test')
  const { session } = await shop.until(
    ID,
    'tested',
    (view) =>
      view.session.status === 'online' &&
      view.session.test !== null &&
      view.session.test.link !== 'waiting' &&
      view.session.test.phone !== 'waiting',
    60_000,
  )
  return session.status === 'online' ? session.test : null
}

describe('the own phone', () => {
  it.each(['number', 'lid', 'lid-only'] as const)('answers a test, called by %s', async (ownAddressing) => {
    simulator.settings.ownAddressing = ownAddressing
    simulator.settings.receiptLists = true
    await link()
    expect(await tested()).toMatchObject({ link: 'good', phone: 'alive' })
    expect(
      phone()
        .received()
        .map(({ text, chat }) => [text, chat]),
    ).toEqual([['Enlace', NUMBER]])
  })

  it('stays the own one where a login names no LID', async () => {
    await link()
    simulator.settings.successLid = false
    simulator.settings.usyncLid = false
    simulator.settings.ownAddressing = 'lid-only'
    await shop.end()
    await shop.start()
    await shop.untilStatus(ID, 'online')
    await phone().sendText(NUMBER, 'nota para mí')
    await phone().sendText('573015550101', 'a un cliente')
    await shop.until(ID, 'sent', ({ session }) => session.status === 'online' && session.health.sent === 2)
    const { session } = shop.view(ID)
    expect(session).toMatchObject({ status: 'online', health: { received: 0, failed: 0 } })
  })

  it('is known again after WhatsApp has given the account another LID in the middle of a connection', async () => {
    simulator.settings.ownAddressing = 'lid-only'
    await link()
    simulator.phone(NUMBER, { lid: '188888888888888' })
    await phone().sendText('573015550101', 'la primera se pierde')
    await expect.poll(() => shop.supervisor.find(ID)?.record.lid).toBe('188888888888888')
    await phone().sendText('573015550101', 'la segunda no')
    await shop.until(ID, 'sent', ({ session }) => session.status === 'online' && session.health.sent === 1)
    expect(shop.view(ID).session).toMatchObject({ status: 'online', health: { received: 0 } })
  })

  it('may refuse nothing, but WhatsApp may: the link is good, and the message is not sent again', async () => {
    await link()
    phone().device().refuseMessages(463)
    expect(await tested()).toMatchObject({ link: 'good', phone: 'refused' })
    expect(shop.view(ID).session.allowed).not.toContain('test')
  })
})

describe('an account', () => {
  const lid = () => phone().lid.replace('@lid', '')

  it('that is linked under its LID has its number hidden, and is one account all the same', async () => {
    simulator.settings.linkedAs = 'lid'
    simulator.settings.usyncLid = false
    await link()
    expect(shop.view(ID)).toMatchObject({ lastNumber: null, session: { status: 'online', number: '' } })
    expect(shop.supervisor.find(ID)?.record.lid).toBe(lid())
    await shop.end()
    await shop.start()
    expect(await shop.untilStatus(ID, 'online')).toMatchObject({ number: '' })
  })

  it('that changed its number is told so, and goes on', async () => {
    await link()
    const before = lid()
    phone().device().unlink()
    await shop.untilStatus(ID, 'attention')
    shop.tell(ID, 'link')
    await shop.scanned(ID, (qr) => simulator.phone('573126809496', { lid: before }).scan(qr))
    expect(shop.view(ID)).toMatchObject({
      lastNumber: '573126809496',
      previousNumber: NUMBER,
      session: { status: 'online', number: '573126809496' },
    })
  })

  it('that is another one under the same number is held', async () => {
    await link()
    phone().device().unlink()
    await shop.untilStatus(ID, 'attention')
    shop.tell(ID, 'link')
    const { qr } = await shop.untilStatus(ID, 'scan')
    await simulator.phone(NUMBER, { lid: '199999999999999' }).scan(qr?.picture ?? '')
    const held = await shop.untilStatus(ID, 'attention')
    expect(held).toMatchObject({ cause: { code: 'another-account' }, primary: 'accept-number', about: null })
    shop.tell(ID, 'accept-number')
    await shop.untilStatus(ID, 'online')
    expect(shop.supervisor.find(ID)?.record.lid).toBe('199999999999999')
    expect(shop.view(ID)).toMatchObject({ lastNumber: NUMBER, previousNumber: null })
  })

  it('runs once, also where its number has two forms', async () => {
    await link()
    const second = await shop.add('Otra', 'shop-2')
    shop.tell(second, 'link')
    const { qr } = await shop.untilStatus(second, 'scan')
    await simulator.phone('5213001234567', { lid: lid() }).scan(qr?.picture ?? '')
    expect(await shop.untilStatus(second, 'attention')).toMatchObject({ cause: { code: 'duplicate-number' } })
  })
})
