import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folders } from '../../engine/ports.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { parseOrganization } from '../records/organization-file.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { type LastingShop, openLastingShop } from '../test-support/lasting-shop.ts'
import { link, untilStatus } from '../test-support/linked-folder.ts'

const ID = 'shop'
const NUMBER = '573007915262'
const SPEED = 20

let folder: string
let simulator: Simulator
let shop: LastingShop
/** Whether the disk refuses the record, and how often it has. */
let refuses = false
let failures = 0

/** A draft has a name that nobody knows beforehand: nothing real could be put in its way alone. */
const refusing = (real: Folders): Folders => ({
  ...real,
  write(record) {
    if (!refuses) return real.write(record)
    failures += 1
    return Promise.resolve({ ok: false, cause: { code: 'io-error', detail: null } })
  },
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-unwritten-'))
  simulator = await startSimulator()
  // The folders are not being watched: nobody has asked for it.
  shop = await openLastingShop(folder, simulator.url, { clock: fastClock(SPEED), folders: refusing })
  await link(shop, simulator, ID, NUMBER)
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true, force: true })
})

async function heldOnDisk(): Promise<string | null> {
  const parsed = parseOrganization(await readFile(join(shop.root, 'org_shop', 'organization.json'), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.record.heldBy?.code ?? null
}

async function replaced(): Promise<void> {
  failures = 0
  refuses = true
  simulator.device(NUMBER).conflict()
  await untilStatus(shop, ID, 'attention')
  await expect.poll(() => failures).toBeGreaterThan(0)
}

it('a hold that could not be written is written as soon as the disk allows it', async () => {
  await replaced()
  expect(await heldOnDisk()).toBeNull()
  refuses = false
  await expect.poll(heldOnDisk).toBe('replaced')
  await shop.supervisor.end()
})

it('or at the end of the program, so that the next start takes nothing over by itself', async () => {
  await replaced()
  refuses = false
  await shop.supervisor.end()
  expect(await heldOnDisk()).toBe('replaced')
  shop = await openLastingShop(folder, simulator.url)
  await untilStatus(shop, ID, 'attention')
  expect(simulator.connections.live()).toEqual([])
  await shop.supervisor.end()
})
