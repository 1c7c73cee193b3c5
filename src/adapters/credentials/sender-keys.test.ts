import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const MEMBER = '573015550101'
const GROUP = '120363000000000001@g.us'

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
})

afterEach(async () => {
  await shop.end()
  await simulator.stop()
})

async function linkedShop(): Promise<string> {
  const id = await shop.add('Óptica', 'shop-1')
  await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
  return id
}

/** Every message has been answered with a receipt, and none was asked for again. */
async function expectRead(ids: readonly string[]): Promise<void> {
  const receipts = () => simulator.contact(MEMBER).receipts()
  const answered = () => ids.every((id) => receipts().some((receipt) => receipt.id === id))
  await expect.poll(answered).toBe(true)
  expect(receipts().filter(({ type }) => type === 'retry')).toEqual([])
}

describe('a group message that comes after a later one', () => {
  it('is read, also by a store that was opened in between', async () => {
    const id = await linkedShop()
    const member = simulator.contact(MEMBER)
    await expectRead(await member.sendToGroup(NUMBER, GROUP, ['uno', 'dos', 'tres'], [0, 2, 1]))

    const early = await member.sendToGroup(NUMBER, GROUP, ['cuatro', 'cinco', 'seis'], [2])
    await expectRead(early.slice(2))
    await shop.end()
    await shop.start()
    await shop.untilStatus(id, 'online')
    await member.sendKeptBack()
    await expectRead(early)
    expect(shop.view(id).session.warnings).toEqual([])
  })
})
