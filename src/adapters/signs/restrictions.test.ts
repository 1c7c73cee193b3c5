import { describe, expect, it } from 'vitest'
import { ID, linkedShop, NUMBER } from './test-support/linked-shop.ts'

const HOUR = 60 * 60 * 1000

const here = linkedShop()

const phone = () => here().simulator.phone(NUMBER)
/** WhatsApp counts in whole seconds. */
const inAnHour = () => Math.floor(Date.now() / 1000) * 1000 + HOUR

function untilWarned(code: string, wanted = true) {
  return here().shop.until(ID, `${wanted ? '' : 'not '}warned of ${code}`, ({ session }) => {
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
    here().shop.tell(ID, 'test')
    const { session } = await untilWarned('time-lock')
    expect(session.warnings).toMatchObject([{ restriction: { kind: 'new-chats', until } }])
  })

  it('is still known after a restart, and over when its time is', async () => {
    phone().setTimeLock({ type: 'DEFAULT', until: inAnHour() })
    await untilWarned('time-lock')
    await here().shop.end()
    await here().shop.start()
    await here().shop.untilStatus(ID, 'online')
    await untilWarned('time-lock')
    here().clock.pass(2 * HOUR)
    expect(
      here()
        .shop.view(ID)
        .session.warnings.map(({ code }) => code),
    ).not.toContain('time-lock')
  })
})

describe('a removal by an account’s restriction', () => {
  it('says so, where one follows the other at once, and does not put a new link first', async () => {
    const until = inAnHour()
    const device = phone().device()
    phone().setTimeLock({ type: 'DEFAULT', until })
    device.unlink()
    const state = await here().shop.untilStatus(ID, 'attention')
    expect(state).toMatchObject({
      cause: { code: 'removed-while-limited' },
      about: { kind: 'restriction', restriction: { kind: 'new-chats', until } },
      primary: null,
    })
    expect(state.allowed).toContain('link')

    await here().shop.end()
    await here().shop.start()
    expect(await here().shop.untilStatus(ID, 'attention')).toMatchObject({
      cause: { code: 'removed-while-limited' },
      about: { kind: 'restriction' },
    })
    // When WhatsApp's time is over, what is left is an ended link.
    here().clock.pass(2 * HOUR)
    await here().shop.supervisor.check()
    await here().shop.until(ID, 'free to link', ({ session }) => session.primary === 'link')
  })

  it('is an ordinary one where nothing was restricted', async () => {
    phone().device().unlink()
    expect(await here().shop.untilStatus(ID, 'attention')).toMatchObject({
      cause: { code: 'unlinked-from-phone' },
      primary: 'link',
    })
  })
})
