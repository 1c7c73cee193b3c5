import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import makeWASocket, { useMultiFileAuthState } from '@whiskeysockets/baileys'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { baileysLogger } from './baileys-logger.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'
const CONTACT = '573015550101'
const id = 'shop-1'
const AS_BORN = { sessionPrefix: 'org', snapshotMs: 24 * 60 * 60 * 1000 }

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  await shop.add('Óptica', id)
  await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

/** How many messages of contacts this run has decrypted. */
async function received(count: number): Promise<void> {
  await shop.until(
    id,
    `${count} received`,
    ({ session }) => session.status === 'online' && session.health.received >= count,
  )
}

async function snapshot(): Promise<void> {
  await expect
    .poll(() => readdir(join(shop.root, 'org_shop1', 'g1', 'snapshots')).catch(() => []))
    .toEqual([expect.stringMatching(/^[0-9]{6}-[0-9]{13}[.]db$/)])
}

async function destroyStore(): Promise<void> {
  const path = join(shop.root, 'org_shop1', 'g1', 'auth.db')
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(0, 4096))
}

describe('a snapshot', () => {
  it('brings a damaged session back without a scan, and what is written afterwards decrypts', async () => {
    await simulator.contact(CONTACT).sendText(NUMBER, 'antes')
    await received(1)
    await snapshot()
    await simulator.contact(CONTACT).sendText(NUMBER, 'después de la copia')
    await received(2)
    await shop.end()
    await destroyStore()
    await shop.start()
    const damaged = await shop.untilStatus(id, 'attention')
    expect(damaged).toMatchObject({
      cause: { code: 'damaged-store' },
      primary: 'restore-snapshot',
      about: { kind: 'findings', findings: [{ severity: 'damage' }] },
    })

    shop.tell(id, 'restore-snapshot')
    const online = await shop.untilStatus(id, 'online')
    expect(online).toMatchObject({ number: NUMBER, report: { step: 'restore-snapshot' } })
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    expect(online.undo).toBeNull()

    await simulator.contact(CONTACT).sendText(NUMBER, 'tras restaurar')
    await received(1)
    await simulator.contact('573015550102').sendText(NUMBER, 'de alguien nuevo')
    await received(2)
    await shop.end()
    await shop.start()
    await shop.untilStatus(id, 'online')
  })

  it('never gives a pre-key id a second key', async () => {
    await snapshot()
    const mark = async () =>
      Number.parseInt(await readFile(join(shop.root, 'org_shop1', 'g1', 'pre-key-mark'), 'utf8'), 10)
    simulator.device(NUMBER).spendPreKeys(2)
    const before = await mark()
    simulator.device(NUMBER).dropTcp()
    await expect.poll(mark).toBeGreaterThan(before)
    const promised = await mark()
    await shop.end()
    await destroyStore()
    await shop.start()
    await shop.untilStatus(id, 'attention')
    shop.tell(id, 'restore-snapshot')
    await shop.untilStatus(id, 'online')
    const next = Number.parseInt(
      await readFile(join(shop.root, 'org_shop1', 'g2', 'pre-key-mark'), 'utf8'),
      10,
    )
    expect(next).toBeGreaterThan(promised)
  })

  it('that a kill cut short is none', async () => {
    await snapshot()
    const folder = join(shop.root, 'org_shop1', 'g1', 'snapshots')
    const [name] = await readdir(folder)
    await shop.end()
    await rename(join(folder, String(name)), join(folder, `${name}.new`))
    await writeFile(join(folder, `${name}.new-wal`), '')
    await destroyStore()
    await shop.start()
    expect(await shop.untilStatus(id, 'attention')).toMatchObject({ snapshotAt: null, primary: 'clear' })
  })

  it('that is damaged too is not used, and clearing is what is left', async () => {
    await snapshot()
    await shop.end()
    await destroyStore()
    const folder = join(shop.root, 'org_shop1', 'g1', 'snapshots')
    for (const name of await readdir(folder)) await writeFile(join(folder, name), 'not a database')
    await shop.start()
    await shop.untilStatus(id, 'attention')
    shop.tell(id, 'restore-snapshot')
    await shop.until(id, 'refused', ({ session }) => session.status === 'attention')
    shop.tell(id, 'clear')
    await shop.scanned(id, (qr) => simulator.phone(NUMBER).scan(qr))
    expect(shop.view(id)).toMatchObject({ sessionName: 'org_shop1', lastNumber: NUMBER })
  })
})

describe('the other steps of a repair', () => {
  it('verify checks every value and says how many', async () => {
    shop.tell(id, 'verify')
    const { session } = await shop.until(
      id,
      'verified',
      (view) => view.session.status === 'online' && view.session.report !== null,
    )
    expect(session.report).toMatchObject({ step: 'verify', findings: [] })
    expect(session.report?.values).toBeGreaterThan(800)
  })

  it('renew begins every conversation anew, and messages still decrypt', async () => {
    await simulator.contact(CONTACT).sendText(NUMBER, 'uno')
    await received(1)
    shop.tell(id, 'renew')
    const { session } = await shop.until(
      id,
      'renewed',
      (view) => view.session.status === 'online' && view.session.report?.step === 'renew',
    )
    expect(session.report?.values).toBeGreaterThan(0)
    await simulator.contact(CONTACT).sendText(NUMBER, 'dos')
    await received(2)
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
  })

  it('the link from before a clear can be retired once the new one works', async () => {
    shop.tell(id, 'stop')
    await shop.untilStatus(id, 'stopped')
    shop.tell(id, 'clear')
    await shop.scanned(id, (qr) => simulator.phone(NUMBER).scan(qr))
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(2)
    await shop.until(id, 'offered', ({ session }) => session.previous !== null)

    shop.tell(id, 'retire-previous')
    await shop.until(
      id,
      'retired',
      ({ session }) => session.status === 'online' && session.previous === null && session.undo === null,
    )
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  })
})

describe('removing', () => {
  it('asks for the name, keeps the folder, and can be taken back', async () => {
    expect(await shop.supervisor.remove(id, 'Optica')).toMatchObject({ error: { code: 'name-mismatch' } })
    expect(await shop.supervisor.remove(id, ' Óptica ')).toEqual({ ok: true, value: null })
    expect(shop.supervisor.views(() => '')).toEqual([])
    await expect.poll(() => simulator.connections.live().length).toBe(0)
    expect(await shop.supervisor.create({ name: 'x', id }, 'uuid')).toMatchObject({
      error: { code: 'id-taken' },
    })

    await shop.end()
    await shop.start()
    expect(shop.supervisor.views(() => '')).toEqual([])
    const [entry] = await shop.supervisor.quarantine()
    expect(entry).toMatchObject({ kind: 'organization', organizationName: 'Óptica', number: NUMBER })
    expect(entry?.bytes).toBeGreaterThan(100_000)

    expect(await shop.supervisor.bringBack(id)).toEqual({ ok: true, value: null })
    shop.tell(id, 'connect')
    await shop.untilStatus(id, 'online')
  })

  it('what is put aside goes when its time is over, and not before', async () => {
    shop.tell(id, 'stop')
    await shop.untilStatus(id, 'stopped')
    shop.tell(id, 'clear')
    await shop.untilStatus(id, 'scan')
    shop.tell(id, 'cancel-link')
    await shop.untilStatus(id, 'unlinked')
    await shop.supervisor.settle({ ...AS_BORN, quarantineMs: 60_000, cleanAfterMs: null })
    expect(await shop.supervisor.quarantine()).toMatchObject([{ kind: 'generation', generation: 1 }])
    await shop.supervisor.settle({ ...AS_BORN, quarantineMs: 0, cleanAfterMs: null })
    await expect.poll(() => readdir(join(shop.root, 'org_shop1'))).not.toContain('g1')
    expect(await shop.supervisor.quarantine()).toEqual([])
    expect(shop.view(id).session.undo).toBeNull()

    expect(await shop.supervisor.remove(id, 'Óptica')).toEqual({ ok: true, value: null })
    await shop.supervisor.settle({ ...AS_BORN, quarantineMs: 0, cleanAfterMs: null })
    expect(await readdir(shop.root)).toEqual([])
  })

  it('proposes what has not been used for long, and touches nothing', async () => {
    await shop.supervisor.settle({ ...AS_BORN, quarantineMs: 60_000, cleanAfterMs: 0 })
    expect(shop.supervisor.notices).toMatchObject([{ code: 'old-session', organizationId: id, days: 0 }])
    await shop.supervisor.settle({ ...AS_BORN, quarantineMs: 60_000, cleanAfterMs: null })
    expect(shop.supervisor.notices).toEqual([])
    await shop.untilStatus(id, 'online')
  })
})

describe('interchange', () => {
  it('an exported session opens in stock Baileys without a scan, and comes back the same way', async () => {
    await simulator.contact(CONTACT).sendText(NUMBER, 'antes')
    await received(1)
    const target = await mkdtemp(join(tmpdir(), 'enlace-export-'))
    const exported = await shop.supervisor.exportSession(id, target)
    expect(exported).toMatchObject({ ok: true })
    expect(shop.view(id).session.status).toBe('stopped')
    const folder = exported.ok ? exported.value.folder : ''

    const { state, saveCreds } = await useMultiFileAuthState(folder)
    const socket = makeWASocket({
      auth: state,
      logger: baileysLogger(() => {}),
      waWebSocketUrl: simulator.url,
    })
    socket.ev.on('creds.update', () => void saveCreds())
    const texts: unknown[] = []
    socket.ev.on('messages.upsert', ({ messages }) => texts.push(...messages.map(({ message }) => message)))
    await new Promise<void>((resolve) => {
      socket.ev.on('connection.update', ({ connection }) => {
        if (connection === 'open') resolve()
      })
    })
    await simulator.contact(CONTACT).sendText(NUMBER, 'en el otro servidor')
    await expect.poll(() => JSON.stringify(texts)).toContain('en el otro servidor')
    await socket.end(undefined)
    await saveCreds()

    const other = await Shop.open(simulator.url)
    const imported = await other.supervisor.importSession(folder, 'de-vuelta')
    expect(imported).toEqual({ ok: true, value: { organizationId: 'de-vuelta' } })
    // Twice at once, as a folder that is dropped again: it is the same link, and two would take it from each other.
    const known = { code: 'import-known', params: { name: 'de-vuelta' } }
    expect(
      await Promise.all([
        other.supervisor.importSession(folder, 'de-vuelta'),
        other.supervisor.importSession(folder, 'otra vez'),
      ]),
    ).toEqual([
      { ok: false, error: known },
      { ok: false, error: known },
    ])
    expect(other.supervisor.find('de-vuelta')?.record.id).toBe('de-vuelta')
    expect(other.view('de-vuelta').session).toMatchObject({ status: 'stopped', elsewhere: true })
    other.tell('de-vuelta', 'connect')
    await other.untilStatus('de-vuelta', 'online')
    await simulator.contact(CONTACT).sendText(NUMBER, 'otra vez aquí')
    await other.until(
      'de-vuelta',
      'received',
      ({ session }) => session.status === 'online' && session.health.received === 1,
    )
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    await other.remove()
    await rm(target, { recursive: true })
  })

  it('what is no session is refused with a reason, and leaves nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'enlace-import-'))
    expect(await shop.supervisor.importSession(folder, 'vacía')).toMatchObject({
      error: { code: 'import-refused' },
    })
    await writeFile(join(folder, 'creds.json'), '{}')
    expect(await shop.supervisor.importSession(folder, 'nueva')).toMatchObject({
      error: { code: 'import-refused', params: { reason: 'creds.json names no linked account' } },
    })
    const exported = await shop.supervisor.exportSession(id, folder)
    const session = exported.ok ? exported.value.folder : ''
    await writeFile(join(session, 'pre-key-1.json'), '{"half')
    expect(await shop.supervisor.importSession(session, 'rota')).toMatchObject({
      error: { code: 'import-refused', params: { reason: expect.stringContaining('pre-key-1.json') } },
    })
    // Beside it, the note of the export.
    expect(await readdir(shop.root)).toEqual(['exports.json', 'org_shop1'])
    await rm(folder, { recursive: true })
  })
})
