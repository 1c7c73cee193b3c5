import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { CalendarClock } from '../test-support/calendar-clock.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const HOUR = 60 * 60 * 1000

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

const phone = () => simulator.phone(NUMBER)
/** WhatsApp counts in whole seconds. */
const inAnHour = () => Math.floor(Date.now() / 1000) * 1000 + HOUR

function untilWarned(code: string, wanted = true) {
  return shop.until(id, `${wanted ? '' : 'not '}warned of ${code}`, ({ session }) => {
    return session.warnings.some((warning) => warning.code === code) === wanted
  })
}

describe('what WhatsApp does not allow', () => {
  it('is a warning with its kind and its end while the session goes on, until it is lifted', async () => {
    const until = inAnHour()
    phone().setTimeLock({ type: 'WEB_COMPANION_ONLY', until })
    const { session } = await untilWarned('time-lock')
    expect(session).toMatchObject({
      status: 'online',
      warnings: [{ code: 'time-lock', action: null, restriction: { kind: 'linked-devices', until } }],
    })
    phone().setTimeLock(null)
    await untilWarned('time-lock', false)
  })

  it('is known for what is sold, and for the new chats that are used up', async () => {
    const until = inAnHour()
    phone().setTimeLock({ type: 'BIZ_COMMERCE_VIOLATION_ALCOHOL', until })
    phone().setChatCap(until)
    await untilWarned('time-lock')
    const { session } = await untilWarned('chat-cap')
    expect(session.warnings.map(({ restriction }) => restriction)).toEqual(
      expect.arrayContaining([
        { kind: 'sales-rules', until },
        { kind: 'chat-cap', until },
      ]),
    )
  })

  it('is asked for after a message was refused for it', async () => {
    const until = inAnHour()
    phone().setTimeLock({ type: 'BIZ_QUALITY', until }, false)
    phone().device().refuseMessages(463)
    shop.tell(id, 'test')
    const { session } = await untilWarned('time-lock')
    expect(session.warnings).toMatchObject([{ restriction: { kind: 'new-chats', until } }])
  })

  it('is still known after a restart, and over when its time is', async () => {
    phone().setTimeLock({ type: 'DEFAULT', until: inAnHour() })
    await untilWarned('time-lock')
    await shop.end()
    await shop.start()
    await shop.untilStatus(id, 'online')
    await untilWarned('time-lock')
    clock.pass(2 * HOUR)
    expect(shop.view(id).session.warnings.map(({ code }) => code)).not.toContain('time-lock')
  })
})

describe('a removal by an account’s restriction', () => {
  it('says so, where one follows the other at once, and does not put a new link first', async () => {
    const until = inAnHour()
    const device = phone().device()
    phone().setTimeLock({ type: 'DEFAULT', until })
    device.unlink()
    const state = await shop.untilStatus(id, 'attention')
    expect(state).toMatchObject({
      cause: { code: 'removed-while-limited' },
      about: { kind: 'restriction', restriction: { kind: 'new-chats', until } },
      primary: null,
    })
    expect(state.allowed).toContain('link')

    await shop.end()
    await shop.start()
    expect(await shop.untilStatus(id, 'attention')).toMatchObject({
      cause: { code: 'removed-while-limited' },
      about: { kind: 'restriction' },
    })
    // When WhatsApp's time is over, what is left is an ended link.
    clock.pass(2 * HOUR)
    await shop.supervisor.check()
    await shop.until(id, 'free to link', ({ session }) => session.primary === 'link')
  })

  it('is an ordinary one where nothing was restricted', async () => {
    phone().device().unlink()
    expect(await shop.untilStatus(id, 'attention')).toMatchObject({
      cause: { code: 'unlinked-from-phone' },
      primary: 'link',
    })
  })
})
