import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrganizationView, SessionView } from '../../contract/session-view.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const OTHER = '573126809496'

let simulator: Simulator
let shop: Shop
let id: string

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  id = await shop.add('Óptica Océano', 'shop-1')
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

async function shownQr(): Promise<string> {
  const { qr } = await shop.untilStatus(id, 'scan')
  return qr?.picture ?? ''
}

async function link(number = NUMBER): Promise<void> {
  await shop.link(id, (qr) => simulator.phone(number).scan(qr))
}

describe('linking by phone number', () => {
  it('shows eight characters of WhatsApp’s alphabet, and links when they are typed', async () => {
    expect(shop.supervisor.linkByPhone(id, '+57 300 791 5262')).toEqual({ ok: true, value: null })
    const { phoneCode } = await shop.untilStatus(id, 'scan')
    expect(phoneCode?.code).toMatch(/^[1-9A-HJ-NP-TV-Z]{8}$/)
    expect(phoneCode?.number).toBe(NUMBER)
    await simulator.phone(NUMBER).enterPairingCode(phoneCode?.code ?? '')
    expect(await shop.untilStatus(id, 'online')).toMatchObject({ number: NUMBER })
    await shop.end()
    await shop.start()
    const { session } = await shop.until(id, 'online', (view) => view.session.status === 'online')
    expect(session).toMatchObject({ number: NUMBER })
  })

  it('leaves nothing behind when the code is abandoned', async () => {
    shop.supervisor.linkByPhone(id, NUMBER)
    await shop.until(id, 'a code', ({ session }) => session.status === 'scan' && session.phoneCode !== null)
    await shop.end()
    await shop.start()
    expect(await shop.untilStatus(id, 'unlinked')).toMatchObject({ cause: null })
    await link()
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('goes back to the QR', async () => {
    shop.supervisor.linkByPhone(id, NUMBER)
    await shop.until(id, 'a code', ({ session }) => session.status === 'scan' && session.phoneCode !== null)
    shop.tell(id, 'link')
    await shop.until(id, 'a QR', ({ session }) => session.status === 'scan' && session.qr !== null)
    shop.tell(id, 'cancel-link')
    await shop.untilStatus(id, 'unlinked')
    await expect.poll(() => simulator.connections.live().length).toBe(0)
  })

  it.each([
    [429, 'code-refused'],
    [404, 'number-refused'],
    [400, 'number-refused'],
  ] as const)(
    'a refusal with %i is heard: a QR that says why, and no useless code',
    async (status, cause) => {
      simulator.setFault({ kind: 'code-refused', status })
      const shown: SessionView['status'][] = []
      shop.supervisor.linkByPhone(id, NUMBER)
      const { session } = await shop.until(id, 'a code of either kind', (view) => {
        shown.push(view.session.status)
        return view.session.status === 'scan'
      })
      expect(session).toMatchObject({ phoneCode: null, cause: { code: cause, detail: status } })
      expect(shown).not.toContain('reconnecting')
      await simulator.phone(NUMBER).scan(await shownQr())
      await shop.untilStatus(id, 'online')
    },
  )

  it.each(['', 'abc', '123', '+57 300 79x 5262', '0'.repeat(12), '1'.repeat(30)])('refuses %j', (number) => {
    expect(shop.supervisor.linkByPhone(id, number)).toMatchObject({ error: { code: 'number-invalid' } })
  })

  it('makes no sense while online', async () => {
    await link()
    expect(shop.supervisor.linkByPhone(id, NUMBER)).toMatchObject({ error: { code: 'not-possible-now' } })
  })
})

describe('obstacles', () => {
  it('a retired secret is renewed in the QR on screen, and the next scan links', async () => {
    simulator.phone(NUMBER).requireRefresh(true)
    shop.tell(id, 'link')
    const first = await shownQr()
    await expect(simulator.phone(NUMBER).scan(first)).rejects.toThrow('secret')
    await shop.until(
      id,
      'another QR',
      ({ session }) => session.status === 'scan' && session.qr !== null && session.qr.picture !== first,
    )
    await simulator.phone(NUMBER).scan(await shownQr())
    await shop.untilStatus(id, 'online')
  })

  it('the passkey gate is named, and no more QRs are made', async () => {
    simulator.phone(NUMBER).requirePasskey(true)
    shop.tell(id, 'link')
    await expect(simulator.phone(NUMBER).scan(await shownQr())).rejects.toThrow('passkey')
    const state = await shop.untilStatus(id, 'attention')
    expect(state).toMatchObject({ cause: { code: 'passkey-required' }, primary: 'link' })
    await expect.poll(() => simulator.connections.live().length).toBe(0)
    simulator.phone(NUMBER).requirePasskey(false)
    await link()
  })

  it('a scan that came to nothing says so, beside another code', async () => {
    const shown: SessionView['status'][] = []
    shop.tell(id, 'link')
    const first = await shownQr()
    simulator.phone(NUMBER).spoilNextScan(true)
    const scanned = simulator.phone(NUMBER).scan(first).catch(String)
    const { session } = await shop.until(id, 'another QR', (view) => {
      shown.push(view.session.status)
      return view.session.status === 'scan' && view.session.qr !== null && view.session.qr.picture !== first
    })
    expect(await scanned).toContain('closed the connection')
    expect(session).toMatchObject({ cause: { code: 'scan-failed' } })
    expect(shown).not.toContain('reconnecting')
    await simulator.phone(NUMBER).scan(await shownQr())
    await shop.untilStatus(id, 'online')
  })

  it('a link is kept where the line is cut right after the scan', async () => {
    // WhatsApp knows the link, and the client never hears that it has to log in now.
    const stop = simulator.onChange(() => {
      if (simulator.phone(NUMBER).linkedDevices().length === 0) return
      stop()
      simulator.dropAll()
    })
    await link()
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('a link is made in peace where the last QR would have ended right after the scan', async () => {
    simulator.settings.qrRefs = 1
    // The clock for the QR is faster than WhatsApp.
    simulator.settings.restartDelayMs = 20_000
    shop.qrLifeMs = 15_000
    await shop.end()
    await shop.start()
    const shown: SessionView['status'][] = []
    shop.tell(id, 'link')
    await simulator.phone(NUMBER).scan(await shownQr())
    const seesIt = (view: OrganizationView) => {
      shown.push(view.session.status)
      return view.session.status === 'online'
    }
    await shop.until(id, 'online', seesIt)
    expect(shown).not.toContain('unlinked')
    // The one that made the link, and the one that WhatsApp then asked for.
    expect(simulator.connections.attempts()).toHaveLength(2)
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('a link that was made just before the end of the program goes on at the next start', async () => {
    const cut = simulator.onChange(() => {
      if (simulator.phone(NUMBER).linkedDevices().length > 0) simulator.halfOpenAll()
    })
    shop.tell(id, 'link')
    await simulator.phone(NUMBER).scan(await shownQr())
    await shop.untilStatus(id, 'linking')
    cut()
    await shop.end()
    await shop.start()
    expect(await shop.untilStatus(id, 'online')).toMatchObject({ number: NUMBER })
  })

  it('the stray 401 straight after a pairing is not believed', async () => {
    simulator.setFault({ kind: 'login-failure', reason: 401, times: 1 })
    await link()
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('codes that nobody scans end quietly', async () => {
    simulator.settings.qrRefs = 0
    shop.tell(id, 'link')
    expect(await shop.untilStatus(id, 'unlinked')).toMatchObject({
      cause: { code: 'not-scanned' },
      primary: 'link',
    })
    await expect.poll(() => simulator.connections.live().length).toBe(0)
  })
})

describe('the number', () => {
  it('changes on request: unlinked at WhatsApp, same session, old and new shown', async () => {
    await link()
    shop.tell(id, 'change-number')
    await shop.scanned(id, (qr) => simulator.phone(OTHER).scan(qr))
    expect(shop.view(id)).toMatchObject({
      sessionName: 'org_shop1',
      lastNumber: OTHER,
      previousNumber: NUMBER,
      session: { status: 'online', number: OTHER },
    })
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(0)
    expect(await readdir(shop.root)).toEqual(['org_shop1'])
  })

  it('of another phone is held until the person accepts it', async () => {
    await link()
    shop.tell(id, 'log-out')
    await shop.untilStatus(id, 'unlinked')
    shop.tell(id, 'link')
    await simulator.phone(OTHER).scan(await shownQr())
    const held = await shop.untilStatus(id, 'attention')
    expect(held).toMatchObject({
      cause: { code: 'wrong-number' },
      about: { kind: 'numbers', expected: NUMBER, actual: OTHER },
      primary: 'accept-number',
    })
    // The login was finished, so that the phone shows the link; then the socket went.
    expect(simulator.phone(OTHER).linkedDevices()).toHaveLength(1)
    await expect.poll(() => simulator.connections.live().length).toBe(0)

    await shop.end()
    await shop.start()
    expect(shop.view(id).session).toMatchObject({ status: 'attention', cause: { code: 'wrong-number' } })
    shop.tell(id, 'accept-number')
    await shop.untilStatus(id, 'online')
    expect(shop.view(id)).toMatchObject({ lastNumber: OTHER, previousNumber: NUMBER })
  })

  it('of another phone can be unlinked again, at WhatsApp too', async () => {
    await link()
    shop.tell(id, 'log-out')
    await shop.untilStatus(id, 'unlinked')
    shop.tell(id, 'link')
    await simulator.phone(OTHER).scan(await shownQr())
    await shop.untilStatus(id, 'attention')
    shop.tell(id, 'reject-number')
    await shop.untilStatus(id, 'unlinked')
    expect(simulator.phone(OTHER).linkedDevices()).toHaveLength(0)
    expect(shop.view(id).lastNumber).toBe(NUMBER)
  })

  it('runs in one organization only; the other one is told which', async () => {
    await link()
    const second = await shop.add('Panadería', 'shop-2')
    shop.tell(second, 'link')
    const { qr } = await shop.untilStatus(second, 'scan')
    await simulator.phone(NUMBER).scan(qr?.picture ?? '')
    const refused = await shop.untilStatus(second, 'attention')
    expect(refused).toMatchObject({
      cause: { code: 'duplicate-number' },
      about: { kind: 'organization', name: 'Óptica Océano' },
    })
    expect(shop.view(id).session.status).toBe('online')

    shop.tell(second, 'reject-number')
    await shop.untilStatus(second, 'unlinked')
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    expect(shop.view(id).session.status).toBe('online')

    shop.tell(second, 'link')
    const { qr: another } = await shop.untilStatus(second, 'scan')
    await simulator.phone(OTHER).scan(another?.picture ?? '')
    await shop.untilStatus(second, 'online')
    expect(shop.view(second)).toMatchObject({ lastNumber: OTHER, previousNumber: null })
  })
})

describe('health', () => {
  it('counts messages, and notices the phone', async () => {
    await link()
    await simulator.contact('573015550101').sendText(NUMBER, 'hola')
    await simulator.phone(NUMBER).sendText('573015550101', 'buenas')
    const { session } = await shop.until(
      id,
      'counted',
      (view) =>
        view.session.status === 'online' && view.session.health.sent > 0 && view.session.health.received > 0,
    )
    expect(session).toMatchObject({
      health: { received: 1, sent: 1, failed: 0, version: expect.stringMatching(/^2[.]3000[.]/) },
    })
    expect(session).toMatchObject({ health: { phoneSeen: expect.any(Number) } })
  })

  it('measures the clock against WhatsApp’s, and warns', async () => {
    simulator.settings.clockSkewMs = 20 * 60 * 1000
    await link()
    const { session } = await shop.until(id, 'warned', (view) => view.session.warnings.length > 0)
    expect(session).toMatchObject({ warnings: [{ code: 'clock-skew' }] })
  })

  it('tests a connection: the link by the ack, the phone by its receipt', async () => {
    await link()
    shop.tell(id, 'test')
    const { session } = await shop.until(
      id,
      'tested',
      (view) => view.session.status === 'online' && view.session.test?.phone === 'alive',
    )
    expect(session).toMatchObject({ test: { link: 'good', phone: 'alive' } })
    expect(simulator.phone(NUMBER).received()).toMatchObject([{ text: 'Enlace' }])
  })

  it('tells a good link from a phone that is off', async () => {
    await link()
    await simulator.phone(NUMBER).setOn(false)
    shop.tell(id, 'test')
    const { session } = await shop.until(
      id,
      'half tested',
      (view) => view.session.status === 'online' && view.session.test?.link === 'good',
    )
    expect(session).toMatchObject({ test: { phone: 'waiting' } })
  })
})
