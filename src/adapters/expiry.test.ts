import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Folders } from '../engine/ports.ts'
import { startSimulator } from '../simulator/server.ts'
import { openLastingShop } from './test-support/lasting-shop.ts'
import { link, scan, untilStatus, viewOf } from './test-support/linked-folder.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ID = 'shop'
const NUMBER = '573007915262'

it('a quarantine that cannot be deleted ends no session that works', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-expiry-'))
  const simulator = await startSimulator()
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
  await simulator.stop()
  await rm(folder, { recursive: true })
})
