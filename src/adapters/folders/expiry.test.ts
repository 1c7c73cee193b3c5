import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folders } from '../../engine/ports.ts'
import { SETTINGS } from '../../engine/session/session.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { CalendarClock } from '../test-support/calendar-clock.ts'
import { type LastingShop, openLastingShop } from '../test-support/lasting-shop.ts'
import { link, scan, untilStatus, viewOf } from '../test-support/linked-folder.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ID = 'shop'
const NUMBER = '573007915262'

let folder: string
let simulator: Simulator

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-expiry-'))
  simulator = await startSimulator()
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true })
})

/** A session that was linked and cleared, so that `g1` lies in quarantine; nothing runs. */
async function cleared(shop: LastingShop): Promise<void> {
  await link(shop, simulator, ID, NUMBER)
  shop.supervisor.command(ID, 'stop')
  await untilStatus(shop, ID, 'stopped')
  shop.supervisor.command(ID, 'clear')
  await untilStatus(shop, ID, 'scan')
  shop.supervisor.command(ID, 'cancel-link')
  await untilStatus(shop, ID, 'unlinked')
}

async function generations({ root }: LastingShop): Promise<readonly string[]> {
  return (await readdir(join(root, `org_${ID}`))).filter((name) => name.startsWith('g'))
}

/** Resolves when what was asked of the session until now is done. */
async function settled({ supervisor }: LastingShop): Promise<void> {
  expect(await supervisor.rename(ID, 'Tienda')).toEqual({ ok: true, value: null })
}

it('a clock that was wrong when something was cleared does not cost the undo', async () => {
  const clock = new CalendarClock()
  clock.wrongBy = -3_650 * DAY_MS
  let shop = await openLastingShop(folder, simulator.url, { clock })
  await cleared(shop)
  clock.wrongBy = 0
  await shop.supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null })
  await settled(shop)
  await shop.supervisor.end()
  shop = await openLastingShop(folder, simulator.url, { clock })
  await settled(shop)
  expect(await generations(shop)).toContain('g1')
  shop.supervisor.command(ID, 'undo-clear')
  await untilStatus(shop, ID, 'online')
  await shop.supervisor.end()
})

it('nor does one that jumps ahead and back', async () => {
  const clock = new CalendarClock()
  const shop = await openLastingShop(folder, simulator.url, { clock })
  await cleared(shop)
  expect(await shop.supervisor.create({ name: 'Vieja', id: 'old' }, 'old')).toMatchObject({ ok: true })
  expect(await shop.supervisor.remove('old', 'Vieja')).toMatchObject({ ok: true })
  const look = () => shop.supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null })
  clock.wrongBy = 3_650 * DAY_MS
  await look()
  clock.wrongBy = 0
  clock.pass(DAY_MS)
  await look()
  await settled(shop)
  expect(await generations(shop)).toContain('g1')
  expect(await readdir(shop.root)).toContain('org_old')
  await shop.supervisor.end()
})

it('in a run of weeks, with the folders not watched, what is old goes and what is unused is said', async () => {
  const clock = new CalendarClock()
  let notices = 0
  const onNotices = () => {
    notices += 1
  }
  const shop = await openLastingShop(folder, simulator.url, { clock, onNotices })
  await cleared(shop)
  await shop.supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: 9 * DAY_MS })
  expect(await shop.supervisor.create({ name: 'Vieja', id: 'old' }, 'old')).toMatchObject({ ok: true })
  expect(await shop.supervisor.remove('old', 'Vieja')).toMatchObject({ ok: true })
  for (let day = 1; day <= 7; day += 1) {
    clock.pass(DAY_MS)
    await settled(shop)
  }
  expect(await generations(shop)).toContain('g1')
  expect(await readdir(shop.root)).toContain('org_old')
  clock.pass(DAY_MS)
  await settled(shop)
  expect(await generations(shop)).not.toContain('g1')
  await expect.poll(() => readdir(shop.root)).not.toContain('org_old')

  notices = 0
  clock.pass(DAY_MS)
  await expect.poll(() => notices).toBeGreaterThan(0)
  expect(shop.supervisor.notices).toMatchObject([{ code: 'old-session', organizationId: ID }])
  await shop.supervisor.end()
})

it('a quarantine that cannot be deleted ends no session that works', async () => {
  const statuses = new Set<string | undefined>()
  let refused = () => {}
  const deletion = new Promise<void>((resolve) => {
    refused = resolve
  })
  /** As on Windows, where another program has a file of it open. */
  const held = (real: Folders): Folders => ({
    ...real,
    async discardGeneration() {
      refused()
      throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' })
    },
  })
  const shop = await openLastingShop(folder, simulator.url, {
    folders: held,
    onChange: () => statuses.add(viewOf(shop, ID)?.session.status),
  })
  await link(shop, simulator, ID, NUMBER)
  shop.supervisor.command(ID, 'stop')
  await untilStatus(shop, ID, 'stopped')
  shop.supervisor.command(ID, 'clear')
  await scan(shop, simulator, ID, NUMBER)

  statuses.clear()
  await shop.supervisor.settle({
    quarantineMs: 0,
    snapshotMs: DAY_MS,
    cleanAfterMs: null,
    sessionPrefix: 'org',
  })
  await deletion
  expect(await shop.supervisor.rename(ID, 'Tienda nueva')).toEqual({ ok: true, value: null })
  expect([...statuses]).toEqual(['online'])
  await shop.supervisor.end()
})
