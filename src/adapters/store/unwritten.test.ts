import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
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
/** Writes that failed. */
let failures = 0

const counted = (real: Folders): Folders => ({
  ...real,
  async write(record) {
    const outcome = await real.write(record)
    if (!outcome.ok) failures += 1
    return outcome
  },
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-unwritten-'))
  simulator = await startSimulator()
  // The folders are not being watched: nobody has asked for it.
  shop = await openLastingShop(folder, simulator.url, { clock: fastClock(SPEED), folders: counted })
  await link(shop, simulator, ID, NUMBER)
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A folder in the place of the draft: the record cannot be written. */
async function blocked(): Promise<() => Promise<void>> {
  const draft = join(shop.root, 'org_shop', 'organization.json.new')
  // What was learnt at the login may be being written at this moment.
  const put = () =>
    mkdir(join(draft, 'in-the-way'), { recursive: true }).then(
      () => true,
      () => false,
    )
  await expect.poll(put).toBe(true)
  return () => rm(draft, { recursive: true })
}

async function heldOnDisk(): Promise<string | null> {
  const parsed = parseOrganization(await readFile(join(shop.root, 'org_shop', 'organization.json'), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.record.heldBy?.code ?? null
}

async function replaced(): Promise<void> {
  failures = 0
  simulator.device(NUMBER).conflict()
  await untilStatus(shop, ID, 'attention')
  await expect.poll(() => failures).toBeGreaterThan(0)
}

it('a hold that could not be written is written as soon as the disk allows it', async () => {
  const unblock = await blocked()
  await replaced()
  expect(await heldOnDisk()).toBeNull()
  await unblock()
  await expect.poll(heldOnDisk).toBe('replaced')
  await shop.supervisor.end()
})

it('or at the end of the program, so that the next start takes nothing over by itself', async () => {
  const unblock = await blocked()
  await replaced()
  await unblock()
  await shop.supervisor.end()
  expect(await heldOnDisk()).toBe('replaced')
  shop = await openLastingShop(folder, simulator.url)
  await untilStatus(shop, ID, 'attention')
  expect(simulator.connections.live()).toEqual([])
  await shop.supervisor.end()
})
