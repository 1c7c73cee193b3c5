import { afterEach, beforeEach } from 'vitest'
import { type Simulator, startSimulator } from '../../../simulator/server.ts'
import { CalendarClock } from '../../test-support/calendar-clock.ts'
import { Shop } from '../../test-support/shop.ts'

/** The organization's number and id. */
export const NUMBER = '573007915262'
export const ID = 'shop-1'

interface LinkedShop {
  readonly clock: CalendarClock
  readonly simulator: Simulator
  readonly shop: Shop
}

/** One linked organization for each test of the file, with a clock that the test moves. */
export function linkedShop(): () => LinkedShop {
  let linked: LinkedShop | undefined
  beforeEach(async () => {
    const clock = new CalendarClock()
    const simulator = await startSimulator({ replyDelayMs: 0 })
    const shop = await Shop.open(simulator.url, undefined, clock)
    linked = { clock, simulator, shop }
    await shop.add('Óptica', ID)
    await shop.link(ID, (qr) => simulator.phone(NUMBER).scan(qr))
  })
  afterEach(async () => {
    await linked?.shop.remove()
    await linked?.simulator.stop()
  })
  return () => {
    if (!linked) throw new Error('there is a shop only inside a test')
    return linked
  }
}
