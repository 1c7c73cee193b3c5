import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folders } from '../../engine/ports.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { lockFolder } from './folder-lock.ts'
import { parseOrganization } from '../records/organization-file.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { type Interference, type LastingShop, openLastingShop } from '../test-support/lasting-shop.ts'
import { link, scan, until, untilStatus, viewOf } from '../test-support/linked-folder.ts'

/** Two programs on one folder: another account of this computer, or another computer over the network. */
const ID = 'shop'
const NUMBER = '573007915262'
const SETTINGS = { quarantineMs: 0, snapshotMs: 86_400_000, cleanAfterMs: null, sessionPrefix: 'org' }

let folder: string
let simulator: Simulator
const shops: LastingShop[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-two-'))
  simulator = await startSimulator()
})

afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.supervisor.end()
  await simulator.stop()
  await rm(folder, { recursive: true })
})

async function open(interference: Interference = {}): Promise<LastingShop> {
  const shop = await openLastingShop(folder, simulator.url, interference)
  shops.push(shop)
  return shop
}

async function onDisk() {
  const parsed = parseOrganization(
    await readFile(join(folder, 'organizations', 'org_shop', 'organization.json'), 'utf8'),
  )
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.record
}

it('the second never runs what the first has put aside, and takes over what the first leaves', async () => {
  const first = await open()
  await link(first, simulator, ID, NUMBER)
  let looks = 0
  const counting = (real: Folders): Folders => ({
    ...real,
    lock(known) {
      looks += 1
      return real.lock(known)
    },
  })
  const second = await open({ clock: fastClock(20), folders: counting })
  expect((await untilStatus(second, ID, 'unavailable')).session).toMatchObject({
    cause: { code: 'folder-in-use' },
    about: { kind: 'holder', pid: String(process.pid) },
  })
  first.supervisor.command(ID, 'change-number')
  await scan(first, simulator, ID, NUMBER)
  const before = looks
  await until('looked at again and again', () => looks >= before + 3)
  expect(viewOf(second, ID)?.session.status).not.toBe('online')
  expect(simulator.connections.live()).toHaveLength(1)

  await first.supervisor.end()
  await untilStatus(second, ID, 'online')
  expect(simulator.connections.live()).toHaveLength(1)
  expect(await onDisk()).toMatchObject({ generation: 2, linked: true })
  expect(second.supervisor.find(ID)?.record.generation).toBe(2)
})

it('what another program holds for a moment is waited for', async () => {
  const first = await open()
  await first.supervisor.create({ name: 'Tienda', id: ID }, 'unused')
  const held = await lockFolder(join(folder, 'organizations', 'org_shop'))
  if (!held.ok) throw new Error(held.cause.code)
  const renamed = first.supervisor.rename(ID, 'Tienda del centro')
  await new Promise((resolve) => setTimeout(resolve, 100))
  held.release()
  expect(await renamed).toMatchObject({ ok: true })
})

it('the second writes nothing over what the first has written since, and goes on from it', async () => {
  const first = await open()
  await first.supervisor.create({ name: 'Tienda', id: ID }, 'unused')
  const second = await open()
  expect(await first.supervisor.rename(ID, 'Tienda del centro')).toMatchObject({ ok: true })
  expect(await second.supervisor.rename(ID, 'Otra')).toMatchObject({ ok: false })
  expect(viewOf(second, ID)?.name).toBe('Tienda del centro')
  expect(await onDisk()).toMatchObject({ name: 'Tienda del centro' })
  expect(await second.supervisor.rename(ID, 'Otra')).toMatchObject({ ok: true })
  expect(await onDisk()).toMatchObject({ name: 'Otra' })
})

it('the second deletes nothing that the first has brought back', async () => {
  const first = await open()
  await first.supervisor.create({ name: 'Tienda', id: ID }, 'unused')
  await first.supervisor.remove(ID, 'Tienda')
  const second = await open()
  expect(await first.supervisor.bringBack(ID)).toMatchObject({ ok: true })
  await second.supervisor.settle(SETTINGS)
  expect((await stat(join(folder, 'organizations', 'org_shop'))).isDirectory()).toBe(true)
  expect(await onDisk()).toMatchObject({ removedAt: null })
})

/** A process of its own that holds the organization's folder. */
async function otherProgram(): Promise<ChildProcess> {
  const place = join(folder, 'organizations', 'org_shop')
  const child = fork(join(import.meta.dirname, 'test-support', 'lock-holder.ts'), [place], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [said]: unknown[] = await once(child, 'message')
  expect(said).toEqual({ holds: true })
  return child
}

it('a second process is kept away from the folder until the first is killed', async () => {
  const shop = await open()
  await shop.supervisor.create({ name: 'Tienda', id: ID }, 'unused')
  const other = await otherProgram()
  const ended = once(other, 'exit')
  try {
    expect(await shop.supervisor.rename(ID, 'Tienda del centro')).toMatchObject({ ok: false })
    expect(await onDisk()).toMatchObject({ name: 'Tienda' })
    shop.supervisor.command(ID, 'link')
    expect((await untilStatus(shop, ID, 'unavailable')).session).toMatchObject({
      cause: { code: 'folder-in-use' },
    })
    expect(simulator.connections.live()).toHaveLength(0)
  } finally {
    // As when the power goes: it has no chance to let go.
    other.kill('SIGKILL')
    await ended
  }
  shop.supervisor.command(ID, 'retry')
  await scan(shop, simulator, ID, NUMBER)
  expect(simulator.connections.live()).toHaveLength(1)
})
