import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SETTINGS } from '../../engine/session/session.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'
import { anotherLogin } from './test-support/another-login.ts'

const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

function phone() {
  return simulator.phone(NUMBER, { name: 'Óptica Océano' })
}

/** The most connections that any device, and any client before it was linked, ever had at the same time. */
function mostAtOnce(): number {
  return Math.max(...simulator.connections.peaks().values())
}

async function linkedShop(): Promise<string> {
  const id = await shop.add('Óptica Océano', 'shop-1')
  await shop.link(id, (qr) => phone().scan(qr))
  return id
}

describe('engine, Baileys and WhatsApp together', () => {
  it('links by QR, and comes back online after a restart without one', async () => {
    const id = await linkedShop()
    expect(shop.view(id)).toMatchObject({
      sessionName: 'org_shop1',
      lastNumber: NUMBER,
      session: { status: 'online', number: NUMBER },
    })
    expect(phone().linkedDevices()).toHaveLength(1)

    await shop.end()
    await shop.start()
    // The window paints first.
    expect(shop.beforeRestore).toEqual(['stopped'])
    await shop.untilStatus(id, 'online')
    expect(phone().linkedDevices()).toHaveLength(1)
    expect(mostAtOnce()).toBe(1)
  })

  it('shows each QR that WhatsApp grants with its place among them', async () => {
    const id = await shop.add('Óptica', 'shop-1')
    shop.tell(id, 'link')
    const { qr } = await shop.untilStatus(id, 'scan')
    expect(qr).toMatchObject({ index: 1, of: simulator.settings.qrRefs })
    expect((qr?.expiresAt ?? 0) - (qr?.shownAt ?? 0)).toBeGreaterThan(59_000)
    shop.tell(id, 'cancel-link')
    await shop.untilStatus(id, 'unlinked')
    await expect.poll(() => simulator.connections.live().length).toBe(0)
  })

  it('keeps one socket however often and whatever is clicked', async () => {
    const id = await shop.add('Óptica', 'shop-1')
    for (let n = 0; n < 20; n += 1) shop.supervisor.command(id, 'link')
    await shop.scanned(id, (qr) => phone().scan(qr))
    for (let n = 0; n < 10; n += 1) {
      shop.supervisor.command(id, 'stop')
      shop.supervisor.command(id, 'connect')
      shop.supervisor.command(id, 'retry')
      await shop.until(id, 'stopped or on its way', () => true)
    }
    await shop.until(id, 'settled', (view) => ['stopped', 'online'].includes(view.session.status))
    if (shop.view(id).session.status === 'stopped') shop.tell(id, 'connect')
    await shop.untilStatus(id, 'online')
    expect(mostAtOnce()).toBe(1)
    expect(phone().linkedDevices()).toHaveLength(1)
  })

  it('stops and connects with the same link', async () => {
    const id = await linkedShop()
    shop.tell(id, 'stop')
    await shop.untilStatus(id, 'stopped')
    await expect.poll(() => simulator.connections.live().length).toBe(0)
    await shop.end()
    await shop.start()
    expect(shop.view(id).session.status).toBe('stopped')
    shop.tell(id, 'connect')
    await shop.untilStatus(id, 'online')
  })

  it('logs out at WhatsApp, and links again as the same session', async () => {
    const id = await linkedShop()
    shop.tell(id, 'log-out')
    await shop.untilStatus(id, 'unlinked')
    expect(phone().linkedDevices()).toHaveLength(0)
    await shop.link(id, (qr) => phone().scan(qr))
    expect(shop.view(id).sessionName).toBe('org_shop1')
    expect(await readdir(shop.root)).toEqual(['org_shop1'])
  })

  it('reconnects by itself after a drop and after an outage', async () => {
    const id = await linkedShop()
    const device = () => simulator.device(NUMBER)
    await anotherLogin(simulator, device, () => device().dropTcp())
    await shop.untilStatus(id, 'online')
    expect(simulator.connections.live()).toHaveLength(1)

    await simulator.pause()
    const { session } = await shop.until(id, 'reconnecting', (view) => view.session.status === 'reconnecting')
    expect(session).toMatchObject({ cause: { code: 'network' }, primary: 'retry' })
    await simulator.resume()
    shop.supervisor.command(id, 'retry')
    await shop.untilStatus(id, 'online')
  })

  it('notices a half-open link and comes back', async () => {
    await shop.remove()
    shop = await Shop.open(simulator.url, 600)
    await linkedShop()
    const before = simulator.connections.attempts().length
    simulator.device(NUMBER).halfOpen()
    await expect.poll(() => simulator.connections.attempts().length).toBeGreaterThan(before)
    await shop.untilStatus('shop-1', 'online')
  })

  it.each([
    ['the phone removes the link', 'unlinked-from-phone', 'link', () => phone().unlink(1)],
    ['the session opens elsewhere', 'replaced', 'take-over', () => simulator.device(NUMBER).conflict()],
    ['the account is restricted', 'restricted', 'retry', () => simulator.device(NUMBER).streamError(403)],
  ])('when %s, says so and waits for the person', async (_what, cause, primary, happen) => {
    const id = await linkedShop()
    happen()
    const { session } = await shop.until(id, 'attention', (view) => view.session.status === 'attention')
    expect(session).toMatchObject({ cause: { code: cause }, primary })
    await expect.poll(() => simulator.connections.live().length).toBe(0)
  })

  it('links again after the phone removed the link, as the same session', async () => {
    const id = await linkedShop()
    phone().unlink(1)
    await shop.untilStatus(id, 'attention')
    shop.tell(id, 'link')
    await shop.scanned(id, (qr) => phone().scan(qr))
    expect(shop.view(id).sessionName).toBe('org_shop1')
  })

  it('takes over again when asked', async () => {
    const id = await linkedShop()
    simulator.device(NUMBER).conflict()
    await shop.untilStatus(id, 'attention')
    shop.tell(id, 'take-over')
    await shop.untilStatus(id, 'online')
    expect(phone().linkedDevices()).toHaveLength(1)
  })

  it.each([503, 403, 404])('names an upgrade answered with %i', async (status) => {
    const id = await linkedShop()
    await shop.end()
    simulator.setFault({ kind: 'refuse-upgrade', status })
    await shop.start()
    const { session } = await shop.until(id, 'reconnecting', (view) => view.session.status === 'reconnecting')
    expect(session).toMatchObject({
      cause: { code: status >= 500 ? 'whatsapp-unavailable' : 'handshake-refused', detail: status },
    })
    simulator.setFault(null)
    shop.supervisor.command(id, 'retry')
    await shop.untilStatus(id, 'online')
  })

  it('survives a server that talks garbage', async () => {
    const id = await linkedShop()
    await shop.end()
    simulator.setFault({ kind: 'garbage' })
    await shop.start()
    await shop.until(id, 'reconnecting', (view) => view.session.status === 'reconnecting')
    simulator.setFault(null)
    await expect
      .poll(() => (shop.supervisor.command(id, 'retry'), shop.view(id).session.status))
      .toBe('online')
    expect(phone().linkedDevices()).toHaveLength(1)
  })

  it('names a damaged store, clears it, and the undo brings the old store back as it was', async () => {
    const id = await linkedShop()
    await shop.end()
    const path = join(shop.root, 'org_shop1', 'g1', 'auth.db')
    const bytes = await readFile(path)
    bytes.fill(0, 4096, 12_288)
    await writeFile(path, bytes)

    await shop.start()
    const { session } = await shop.until(id, 'attention', (view) => view.session.status === 'attention')
    expect(session).toMatchObject({ cause: { code: 'damaged-store' }, primary: 'clear' })

    shop.tell(id, 'clear')
    await shop.scanned(id, (qr) => phone().scan(qr))
    expect(shop.view(id)).toMatchObject({ sessionName: 'org_shop1', lastNumber: NUMBER })
    expect(await readFile(path)).toEqual(bytes)

    shop.tell(id, 'undo-clear')
    const undone = await shop.until(id, 'attention', (view) => view.session.status === 'attention')
    expect(undone.session).toMatchObject({ cause: { code: 'damaged-store' } })
  })

  it('a clear of a good session can be undone without a scan', async () => {
    const id = await linkedShop()
    shop.tell(id, 'stop')
    await shop.untilStatus(id, 'stopped')
    shop.tell(id, 'clear')
    await shop.untilStatus(id, 'scan')
    shop.tell(id, 'undo-clear')
    await shop.untilStatus(id, 'online')
    expect(phone().linkedDevices()).toHaveLength(1)
  })

  it('decrypts what contacts send, also after a restart', async () => {
    const id = await linkedShop()
    const contact = simulator.contact('573015550101')
    await contact.sendText(NUMBER, 'uno')
    await shop.end()
    await shop.start()
    await shop.untilStatus(id, 'online')
    await contact.sendText(NUMBER, 'dos')
    expect(shop.view(id).session.warnings).toEqual([])
  })

  it('warns when the messages of several senders cannot be decrypted', async () => {
    const id = await linkedShop()
    // As practice mode does: nobody here waits for the first hours of a link to pass.
    await shop.supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null, hasty: true })
    await simulator.flood(NUMBER, { senders: 4, each: 3 })
    const { session } = await shop.until(id, 'warned', (view) => view.session.warnings.length > 0)
    expect(session).toMatchObject({ status: 'online', warnings: [{ code: 'decrypt-failures' }] })
    expect(session.allowed).toContain('clear')
  })

  it('keeps two organizations apart', async () => {
    const first = await linkedShop()
    const second = await shop.add('Panadería', 'shop-2')
    await shop.link(second, (qr) => simulator.phone('573126809496').scan(qr))
    phone().unlink(1)
    await shop.untilStatus(first, 'attention')
    expect(shop.view(second).session).toMatchObject({ status: 'online', number: '573126809496' })
  })

  it('says nothing secret in its log', async () => {
    const id = await shop.add('Óptica', 'shop-1')
    shop.tell(id, 'link')
    const { qr } = await shop.untilStatus(id, 'scan')
    await phone().scan(qr?.picture ?? '')
    await shop.untilStatus(id, 'online')
    const log = shop.lines.join('\n')
    expect(log).not.toBe('')
    const secrets = (qr?.picture ?? '').split(/[#,]/).filter((part) => part.length > 20)
    expect(secrets.length).toBeGreaterThanOrEqual(4)
    for (const secret of secrets) expect(log).not.toContain(secret)
    expect(log).not.toContain(NUMBER)
  })
})
