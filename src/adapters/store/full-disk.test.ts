import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { StoreError } from './store-error.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import type { LastingShop } from '../test-support/lasting-shop.ts'
import { link, reads, scan, until, untilStatus, withShop } from '../test-support/linked-folder.ts'
import { canMount, SmallDisk } from '../test-support/small-disk.ts'

const ID = 'shop'
const NUMBER = '573007915262'
const CONTACT = '573015550101'
/** What may pass is looked at again every 30 s of this clock. */
const SPEED = 12

let simulator: Simulator
let folder: string
let disk: SmallDisk

function onDisk<T>(work: (shop: LastingShop) => Promise<T>): Promise<T> {
  return withShop(folder, simulator.url, work, fastClock(SPEED))
}

function connections(): number {
  return simulator.connections.live().length
}

/**
 * A write that fails throws inside Baileys, so that it does not go on as if it had been kept; nobody catches it there.
 * The program survives that (`session-context.ts`), and so does this test, which looks at what was thrown.
 */
const LOOSE_ENDS = ['uncaughtException', 'unhandledRejection'] as const
const thrown: unknown[] = []
const note = (error: unknown) => void thrown.push(error)
const emitter: NodeJS.EventEmitter = process
const runners = LOOSE_ENDS.map((event) => ({
  event,
  listeners: emitter.listeners(event) as ((...given: unknown[]) => void)[],
}))

describe.skipIf(!canMount)('a disk', () => {
  beforeAll(() => {
    for (const { event } of runners) emitter.removeAllListeners(event).on(event, note)
  })

  afterAll(() => {
    for (const { event, listeners } of runners) {
      emitter.off(event, note)
      for (const listener of listeners) emitter.on(event, listener)
    }
  })

  beforeEach(async () => {
    simulator = await startSimulator()
    folder = await mkdtemp(join(tmpdir(), 'enlace-disk-'))
    disk = SmallDisk.mountAt(folder)
  })

  afterEach(async () => {
    disk.unmount()
    await rm(folder, { recursive: true, force: true })
    await simulator.stop()
  })

  /** Online, and then a message that there is no room for. */
  async function runsFull(shop: LastingShop): Promise<void> {
    disk.fill()
    await simulator.contact(CONTACT).sendText(NUMBER, 'no cabe')
    const { session } = await untilStatus(shop, ID, 'unavailable')
    expect(session).toMatchObject({ cause: { code: 'disk-full' }, primary: 'retry' })
  }

  it('that runs full in mid-session stops the socket; with room again the session comes back and reads what waited', async () => {
    await onDisk(async (shop) => {
      await link(shop, simulator, ID, NUMBER)
      expect(await reads(simulator, NUMBER, CONTACT)).toBe('read')
      await runsFull(shop)
      await until('hung up', () => connections() === 0)
      expect(simulator.device(NUMBER).waiting).toBeGreaterThan(0)

      disk.makeRoom()
      await untilStatus(shop, ID, 'online')
      await until('what waited is read', () => simulator.device(NUMBER).waiting === 0)
      expect(await reads(simulator, NUMBER, CONTACT)).toBe('read')
      expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    })
  })

  it('that is full when the program starts is named, and the session comes back by itself', async () => {
    await onDisk((shop) => link(shop, simulator, ID, NUMBER))
    disk.fill()
    await onDisk(async (shop) => {
      await untilStatus(shop, ID, 'unavailable', 'online')
      disk.makeRoom()
      await untilStatus(shop, ID, 'online')
      expect(await reads(simulator, NUMBER, CONTACT)).toBe('read')
    })
  })

  it('that is read-only is named, and the session comes back by itself', async () => {
    await onDisk((shop) => link(shop, simulator, ID, NUMBER))
    disk.remount('ro')
    await onDisk(async (shop) => {
      const { session } = await untilStatus(shop, ID, 'unavailable')
      expect(session).toMatchObject({ cause: { code: 'read-only' }, primary: 'retry' })
      expect(connections()).toBe(0)
      disk.remount('rw')
      await untilStatus(shop, ID, 'online')
      expect(await reads(simulator, NUMBER, CONTACT)).toBe('read')
    })
  })

  it('that is full when the QR is scanned takes no link, and the phone is told none', async () => {
    await onDisk(async (shop) => {
      await shop.supervisor.create({ name: 'Tienda', id: ID }, ID)
      shop.supervisor.command(ID, 'link')
      const { session } = await untilStatus(shop, ID, 'scan')
      disk.fill()
      const qr = session.status === 'scan' ? (session.qr?.picture ?? '') : ''
      await expect(simulator.phone(NUMBER).scan(qr)).rejects.toThrow('instead of confirming')
      const full = await untilStatus(shop, ID, 'unavailable')
      expect(full.session).toMatchObject({ cause: { code: 'disk-full' } })
      expect(simulator.phone(NUMBER).linkedDevices()).toEqual([])

      disk.makeRoom()
      await untilStatus(shop, ID, 'unlinked')
      shop.supervisor.command(ID, 'link')
      await scan(shop, simulator, ID, NUMBER)
    })
  })

  it('that is full when a session is cleared leaves it as before, or cleared with an undo', async () => {
    await onDisk(async (shop) => {
      await link(shop, simulator, ID, NUMBER)
      await runsFull(shop)
      shop.supervisor.command(ID, 'clear')
      await untilStatus(shop, ID, 'unavailable')
      disk.makeRoom()
      const { session } = await untilStatus(shop, ID, 'online', 'unlinked', 'scan')
      if (session.status !== 'online') {
        shop.supervisor.command(ID, 'undo-clear')
        await untilStatus(shop, ID, 'online')
      }
      expect(await reads(simulator, NUMBER, CONTACT)).toBe('read')
      expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    })
  })

  it('that is full refuses a new organization and keeps nothing of it', async () => {
    await onDisk(async (shop) => {
      await shop.supervisor.create({ name: 'Primera', id: 'first' }, 'first')
      disk.fill()
      expect(await shop.supervisor.create({ name: 'Tienda', id: ID }, ID)).toEqual({
        ok: false,
        error: { code: 'storage', params: { cause: 'disk-full' } },
      })
      expect(await readdir(shop.root)).toEqual(['org_first'])

      disk.makeRoom()
      expect(await shop.supervisor.create({ name: 'Tienda', id: ID }, ID)).toMatchObject({ ok: true })
    })
  })

  it('has made nothing throw but the failed writes themselves', () => {
    expect(thrown.filter((error) => !(error instanceof StoreError))).toEqual([])
  })
})
