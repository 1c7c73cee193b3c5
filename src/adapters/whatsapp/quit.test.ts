import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folders } from '../../engine/ports.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { openLastingShop } from '../test-support/lasting-shop.ts'
import { link, withShop } from '../test-support/linked-folder.ts'

const ID = 'shop'
const NUMBER = '573007915262'

let folder: string
let simulator: Simulator

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-quit-'))
  simulator = await startSimulator()
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true })
})

it('a look at the folders that is under way when the program ends starts and writes nothing any more', async () => {
  await withShop(folder, simulator.url, (shop) => link(shop, simulator, ID, NUMBER))
  const away = join(folder, 'backup')
  await rename(join(folder, 'organizations', 'org_shop'), away)

  let slow = Promise.resolve()
  const slowly = (real: Folders): Folders => ({
    ...real,
    async list(familiar) {
      const found = await real.list(familiar)
      await slow
      return found
    },
  })
  const shop = await openLastingShop(folder, simulator.url, { folders: slowly })
  await rename(away, join(shop.root, 'org_shop'))
  const record = await readFile(join(shop.root, 'org_shop', 'organization.json'), 'utf8')
  await shop.supervisor.check()

  const { promise, resolve } = Promise.withResolvers<void>()
  slow = promise
  const attempts = simulator.connections.attempts().length
  const look = shop.supervisor.check()
  await shop.supervisor.end()
  resolve()
  await look
  expect(shop.supervisor.find(ID)).toBeNull()
  expect(simulator.connections.attempts()).toHaveLength(attempts)
  expect(await readFile(join(shop.root, 'org_shop', 'organization.json'), 'utf8')).toBe(record)
})
