import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'

const ID = 'shop-1'
const NUMBER = '573007915262'
/** The first count comes seconds after a login, and Baileys tries a refused upload for seven seconds. */
const SLOW = 60_000

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  await shop.add('Óptica', ID)
  await shop.link(ID, (qr) => simulator.phone(NUMBER).scan(qr))
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

it('one-time keys are topped up before they run out, without anybody’s doing', async () => {
  simulator.device(NUMBER).spendPreKeys(60)
  simulator.device(NUMBER).dropTcp()
  await expect.poll(() => simulator.device(NUMBER).preKeys, { timeout: SLOW }).toBeGreaterThan(200)
})

it('a refused upload is told, with a button that works once WhatsApp takes them again', async () => {
  const device = simulator.device(NUMBER)
  device.refusePreKeys(true)
  device.spendPreKeys(60)
  device.dropTcp()
  const { session } = await shop.until(ID, 'told', (view) => view.session.warnings.length > 0, SLOW)
  expect(session).toMatchObject({ status: 'online', warnings: [{ code: 'pre-keys', action: 'send-keys' }] })
  expect(session.allowed).toContain('send-keys')
  device.refusePreKeys(false)
  shop.tell(ID, 'send-keys')
  await expect.poll(() => device.preKeys, { timeout: SLOW }).toBeGreaterThan(200)
  expect(shop.view(ID).session.warnings).toEqual([])
})
