import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CauseCode } from '../../contract/cause.ts'
import { isTold } from '../../contract/tone.ts'
import type { SessionCommand } from '../../contract/session-view.ts'
import type { Clock } from '../../engine/ports.ts'
import type { DeviceHandle } from '../../simulator/service/device-handle.ts'
import type { Ending, Fault } from '../../simulator/service/faults.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'
import { anotherLogin } from './test-support/another-login.ts'

const NUMBER = '573007915262'
const SPEED = 20

let simulator: Simulator
let shop: Shop
let id: string
/** What is drawn where it matters; null for chance. */
let dice: number | null = null
let clock: Clock

beforeEach(async () => {
  dice = null
  // Anew for each test: a clock that runs fast for long is a wrong one, and warned of.
  const fast = fastClock(SPEED)
  clock = { ...fast, random: () => dice ?? fast.random() }
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 2_000, clock)
  id = await shop.add('Óptica', 'shop-1')
  await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

function device(): DeviceHandle {
  return simulator.device(NUMBER)
}

/** Every row of the policy that waits for a person: what happens, what is shown, and that nothing retries. */
const HELD: readonly (readonly [string, CauseCode, SessionCommand, () => void])[] = [
  ['401 in a stream error', 'unlinked-from-phone', 'link', () => device().streamError(401)],
  ['401 in a failure', 'unlinked-from-phone', 'link', () => device().failure(401)],
  ['device removed', 'unlinked-from-phone', 'link', () => device().unlink()],
  ['402', 'restricted', 'retry', () => device().failure(402)],
  ['403', 'restricted', 'retry', () => device().streamError(403)],
  ['406', 'banned', 'retry', () => device().failure(406)],
  ['411', 'relink-required', 'link', () => device().downgrade()],
  ['440, the conflict', 'replaced', 'take-over', () => device().conflict()],
]

describe('what waits for a person', () => {
  it.each(HELD)('%s', async (_what, cause, primary, happen) => {
    happen()
    const { session } = await shop.until(id, 'held', (view) => view.session.status === 'attention')
    expect(session).toMatchObject({ cause: { code: cause }, primary })

    // Longer than any wait between two attempts: nothing has tried again.
    const attempts = simulator.connections.attempts().length
    await shop.passes(70_000)
    expect(simulator.connections.attempts()).toHaveLength(attempts)
    expect(shop.view(id).session).toMatchObject({ status: 'attention', cause: { code: cause } })
    expect(shop.view(id).lastNumber).toBe(NUMBER)
  })
})

/** Every row that is tried again, with what is shown while it fails. */
const RETRIED: readonly (readonly [string, CauseCode, Fault])[] = [
  ['500', 'whatsapp-unavailable', { kind: 'login-failure', reason: 500 }],
  ['503', 'whatsapp-unavailable', { kind: 'login-failure', reason: 503 }],
  ['408', 'network', { kind: 'login-failure', reason: 408 }],
  ['428', 'network', { kind: 'login-failure', reason: 428 }],
  ['515', 'network', { kind: 'login-failure', reason: 515 }],
  ['an unknown code', 'unknown', { kind: 'login-failure', reason: 499 }],
  ['an upgrade answered with 503', 'whatsapp-unavailable', { kind: 'refuse-upgrade', status: 503 }],
  ['an upgrade answered with 403', 'handshake-refused', { kind: 'refuse-upgrade', status: 403 }],
  ['a login that is never answered', 'whatsapp-unavailable', { kind: 'login-unanswered' }],
  ['a server that says nothing at all', 'whatsapp-unavailable', { kind: 'silent' }],
  ['a server that hangs up at once', 'network', { kind: 'hang-up' }],
  ['garbage', 'handshake-refused', { kind: 'garbage' }],
]

describe('what is tried again', () => {
  it.each(RETRIED)('%s', async (_what, cause, fault) => {
    simulator.setFault(fault)
    device().dropTcp()
    await shop.until(
      id,
      'reconnecting',
      ({ session }) => session.status === 'reconnecting' && session.cause.code === cause,
    )
    await shop.until(
      id,
      'tried again',
      ({ session }) => session.status === 'reconnecting' && session.attempt >= 3,
    )
    simulator.setFault(null)
    await shop.untilStatus(id, 'online')
    expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  })

  it.each([
    ['515 in mid-session', () => device().streamError(515)],
    ['an unknown stream error', () => device().unknownStreamError()],
    ['the end of the stream', () => device().endStream()],
    ['a cut link', () => device().dropTcp()],
    ['a half-open link', () => device().halfOpen()],
  ])('%s', async (_what, happen) => {
    await anotherLogin(simulator, device, happen)
    await shop.untilStatus(id, 'online')
    expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  })
})

describe('a server that asks for patience', () => {
  /** Milliseconds that the session gives the server before it connects again, as its log says. */
  async function waitAfter(reason: number): Promise<number> {
    shop.lines.length = 0
    const said = () =>
      shop.lines.map((line) => /"to":"waiting".*"withinMs":(\d+)/.exec(line)?.[1]).find(Boolean)
    await anotherLogin(simulator, device, () => device().streamError(reason))
    await shop.untilStatus(id, 'online')
    expect(said()).toBeDefined()
    return Number(said())
  }

  it('is given more of it than others', async () => {
    dice = 0.9
    const ordinary = await waitAfter(500)
    // 0.9 of the half second after an ordinary drop, and of the five seconds that 503 begins with.
    expect(ordinary).toBe(450)
    expect(await waitAfter(503)).toBeGreaterThanOrEqual(4_500)
  })
})

describe('a refused version', () => {
  it('is renewed from the live page, and the session goes on', async () => {
    simulator.settings.minimumVersion = [2, 3000, 2_000_000_000]
    device().dropTcp()
    const { session } = await shop.until(
      id,
      'online with the new version',
      (view) => view.session.status === 'online' && view.session.health.version === '2.3000.2000000000',
    )
    expect(session).toMatchObject({ health: { versionSource: 'live' } })
  })

  it.each([405, 409])(
    '%i: is told after a few tries where no better one is to be had, and goes on',
    async (reason) => {
      simulator.setFault({ kind: 'login-failure', reason })
      const attempts = simulator.connections.attempts().length
      device().dropTcp()
      const { session } = await shop.until(id, 'told', (view) => isTold(view.session))
      expect(session).toMatchObject({ cause: { code: 'outdated', detail: reason }, primary: 'retry' })
      expect(simulator.connections.attempts().length - attempts).toBeLessThanOrEqual(6)
      simulator.setFault(null)
      await shop.untilStatus(id, 'online')
    },
  )
})

describe('a restore', () => {
  it('that fails again and again for a reason of its own is an alert, and never a wipe', async () => {
    await shop.end()
    simulator.setFault({ kind: 'refuse-upgrade', status: 403 })
    await shop.start()
    const { session } = await shop.until(id, 'alerted', (view) => isTold(view.session))
    expect(session).toMatchObject({
      cause: { code: 'restore-failed' },
      about: { kind: 'cause', cause: { code: 'handshake-refused', detail: 403 } },
      primary: 'retry',
    })
    simulator.setFault(null)
    shop.supervisor.nudge()
    await shop.untilStatus(id, 'online')
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('without a network goes on trying, with a warning', async () => {
    await shop.end()
    await simulator.pause()
    await shop.start()
    const { session } = await shop.until(id, 'warned', (view) => view.session.warnings.length > 0)
    expect(session).toMatchObject({ status: 'reconnecting', warnings: [{ code: 'not-restored' }] })
    await simulator.resume()
    await shop.untilStatus(id, 'online')
    expect(shop.view(id).session.warnings).toEqual([])
  })
})

describe('logins that WhatsApp accepts and ends', () => {
  it.each<[string, Ending]>([
    ['a drop', 'drop'],
    ['515', { code: 515 }],
    ['503', { code: 503 }],
    ['a stream error of a name nobody knows', { child: 'ack' }],
  ])('%s: are shown as what they are, and come ever more slowly', async (_what, by) => {
    simulator.setFault({ kind: 'short-login', afterMs: 100, by })
    const before = simulator.connections.attempts().length
    device().dropTcp()
    await shop.until(
      id,
      'reconnecting',
      ({ session }) => session.status === 'reconnecting' && session.attempt >= 5,
    )
    await shop.passes(60_000)
    expect(simulator.connections.attempts().length - before).toBeLessThanOrEqual(10)
    simulator.setFault(null)
    shop.supervisor.nudge()
    await shop.untilStatus(id, 'online')
  })

  it('a name nobody knows is told as unknown by the third', async () => {
    simulator.setFault({ kind: 'short-login', afterMs: 100, by: { child: 'ack' } })
    device().dropTcp()
    const { session } = await shop.until(id, 'told', (view) => isTold(view.session))
    expect(session).toMatchObject({ cause: { code: 'unknown', detail: 500 } })
    expect(session.allowed).toEqual(expect.arrayContaining(['verify', 'renew']))
  })
})

describe('a restriction', () => {
  it('with an end says so in WhatsApp’s words, and is tried once after it', async () => {
    simulator.setFault({
      kind: 'login-failure',
      reason: 402,
      times: 1,
      attributes: { code: '101', expire: '60', message: 'Wait a little' },
    })
    device().dropTcp()
    const { session } = await shop.until(id, 'held', (view) => view.session.status === 'attention')
    expect(session).toMatchObject({
      cause: { code: 'restricted', words: 'Wait a little', until: expect.any(Number) },
    })
    await shop.untilStatus(id, 'online')
  })
})

describe('waking up', () => {
  it('tries at once instead of waiting', async () => {
    await simulator.pause()
    await shop.untilStatus(id, 'reconnecting')
    await simulator.resume()
    shop.supervisor.nudge()
    await shop.untilStatus(id, 'online')
    expect(simulator.connections.live()).toHaveLength(1)
  })

  it('finds a link that died in the computer’s sleep', async () => {
    device().halfOpen()
    const attempts = simulator.connections.attempts().length
    shop.supervisor.nudge()
    await expect.poll(() => simulator.connections.attempts().length).toBeGreaterThan(attempts)
  })
})
