import fsPromises, { mkdir, readdir } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { otherServersFolder } from '../test-support/other-server.ts'
import { writeRecord } from '../records/record-file.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop
let undo = (): unknown => null

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
})

afterEach(async () => {
  undo()
  syncBuiltinESMExports()
  await shop.remove()
  await simulator.stop()
})

/** As a network share whose server is gone: nothing that is asked about this name is answered. */
function silence(name: 'lstat' | 'opendir', of: string): () => void {
  const answer = Promise.withResolvers<void>()
  const real: unknown = Reflect.get(fsPromises, name)
  Reflect.set(fsPromises, name, async (...args: readonly unknown[]): Promise<unknown> => {
    if (String(args[0]).includes(of)) await answer.promise
    const found: unknown = typeof real === 'function' ? Reflect.apply(real, fsPromises, args) : undefined
    return found
  })
  syncBuiltinESMExports()
  undo = () => Reflect.set(fsPromises, name, real)
  return answer.resolve
}

it('a folder that does not answer holds up neither the start nor another, and runs when it does', async () => {
  await shop.add('Óptica', 'shop-1')
  await shop.link('shop-1', (qr) => simulator.phone(NUMBER).scan(qr))
  await shop.end()
  const hung = recordWith({ id: 'hung', sessionName: 'org_hung', name: 'Hung' })
  await mkdir(join(shop.root, 'org_hung'))
  await writeRecord(join(shop.root, 'org_hung'), hung)
  const answer = silence('lstat', 'org_hung')

  await shop.start()
  await shop.untilStatus('shop-1', 'online')
  const notice = { code: 'folder-unreadable', folder: 'org_hung' }
  expect(shop.supervisor.notices).toEqual([notice])
  await shop.supervisor.check()
  expect(shop.supervisor.notices).toEqual([notice])
  expect(shop.view('shop-1').session.status).toBe('online')

  answer()
  await expect.poll(() => shop.supervisor.find('hung')?.record.name, { timeout: 120_000 }).toBe('Hung')
  expect(shop.supervisor.notices).toEqual([])
})

it('a session whose folder does not answer while it runs goes on', async () => {
  await shop.add('Óptica', 'shop-1')
  await shop.link('shop-1', (qr) => simulator.phone(NUMBER).scan(qr))
  const answer = silence('lstat', 'org_shop1')
  await shop.supervisor.check()
  expect(shop.view('shop-1').session.status).toBe('online')
  answer()
  await expect.poll(() => shop.supervisor.notices, { timeout: 120_000 }).toEqual([])
})

it('a folder of another server that cannot be listed holds up no other one', async () => {
  await otherServersFolder(simulator, NUMBER, join(shop.root, '2'))
  await mkdir(join(shop.root, '1'))
  await fsPromises.writeFile(join(shop.root, '1', 'creds.json'), '{}')
  const answer = silence('opendir', join(shop.root, '1'))
  // The first look waits for a while; those after it know that it is at it.
  const first = shop.supervisor.check()
  await expect
    .poll(() => shop.supervisor.check().then(() => shop.supervisor.find('2')?.record.id), {
      timeout: 120_000,
    })
    .toBe('2')
  expect(shop.view('2').session.status).toBe('stopped')
  expect(await readdir(join(shop.root, '1'))).toEqual(['creds.json'])
  answer()
  await first
})
