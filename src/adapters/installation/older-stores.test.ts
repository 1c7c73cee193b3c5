import { existsSync, readdirSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { SETTINGS } from '../../engine/session/session.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { openDatabase } from '../store/auth-store.ts'
import { openOlderStore } from '../store/test-support/older-store.ts'
import { fileVault } from '../test-support/file-vault.ts'
import type { LastingShop } from '../test-support/lasting-shop.ts'
import {
  filesBelow,
  link,
  reads,
  Template,
  until,
  untilStatus,
  viewOf,
  withShop,
} from '../test-support/linked-folder.ts'
import { tracesIn } from '../test-support/traces.ts'

/**
 * A folder as a version before the third has left it: a session that runs, with a copy; one that was cleared; and one
 * that was removed as a whole. Nobody opens the last two for weeks.
 */
const RUNS = { id: 'runs', number: '573007915262' }
const CLEARED = { id: 'cleared', number: '573126809496' }
const REMOVED = { id: 'removed', number: '573201112233' }
const CONTACTS = ['573015550101', '573015550102', '573015550103']
const [FRIEND = ''] = CONTACTS

let simulator: Simulator
let older: Template
let folder: string

beforeAll(async () => {
  simulator = await startSimulator({ addressing: 'number' })
  older = await Template.empty()
  await withShop(older.folder, simulator.url, async (shop) => {
    for (const [n, { id, number }] of [RUNS, CLEARED, REMOVED].entries()) {
      await link(shop, simulator, id, number)
      await reads(simulator, number, CONTACTS[n] ?? '')
      await until('copied', () => copiesOf(generation(older.folder, id)).length === 1)
    }
    shop.supervisor.command(CLEARED.id, 'stop')
    await untilStatus(shop, CLEARED.id, 'stopped')
    shop.supervisor.command(CLEARED.id, 'clear')
    await untilStatus(shop, CLEARED.id, 'scan')
    shop.supervisor.command(CLEARED.id, 'cancel-link')
    await untilStatus(shop, CLEARED.id, 'unlinked')
    const removed = await shop.supervisor.remove(REMOVED.id, `Tienda ${REMOVED.id}`)
    if (!removed.ok) throw new Error(removed.error.code)
  })
  for (const { id } of [RUNS, CLEARED, REMOVED]) await age(older.folder, id)
}, 300_000)

afterAll(async () => {
  await older.remove()
  await simulator.stop()
})

beforeEach(async () => {
  folder = await older.copy()
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function generation(at: string, id: string): string {
  return join(at, 'organizations', `org_${id}`, 'g1')
}

function copiesOf(inside: string): readonly string[] {
  const copies = join(inside, 'snapshots')
  const names = existsSync(copies) ? readdirSync(copies) : []
  return names.flatMap((name) => (name.endsWith('.db') ? join(copies, name) : []))
}

/** Rewrites the first generation of an organization and its copies as the version before wrote them. */
async function age(at: string, organizationId: string): Promise<void> {
  const inside = generation(at, organizationId)
  const vault = fileVault(at)
  const place = { organizationId, generation: 1, linked: true }
  for (const path of [join(inside, 'auth.db'), ...copiesOf(inside)]) {
    const opened = await openDatabase(path, place, vault)
    if (!opened.ok) throw new Error(opened.cause.code)
    const entries = opened.store
      .entries()
      .map(({ type, id, value }) => ({ type, id, value: value ?? Buffer.alloc(0) }))
    opened.store.close()
    await rm(path)
    const db = await openOlderStore(path, 2, place, vault, entries)
    db.close()
  }
  // It counts its commits from five again: nothing has gone back.
  await rm(join(inside, 'auth.db.commits'))
  // What a crash had left of a copy then.
  await cp(join(inside, 'auth.db'), join(inside, 'snapshots', '000009-1800000000000.db.new'))
}

async function traces(): Promise<readonly string[]> {
  return tracesIn(await filesBelow(folder), CONTACTS)
}

async function settle({ supervisor }: LastingShop): Promise<void> {
  await supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null })
}

it('after a start nothing tells who customers are, in quarantine and copies neither, and all of it works on', async () => {
  expect(await traces()).toHaveLength(9)
  await withShop(folder, simulator.url, async (shop) => {
    await untilStatus(shop, RUNS.id, 'online')
    await settle(shop)
    await expect.poll(traces, { timeout: 60_000 }).toEqual([])
    expect(await reads(simulator, RUNS.number, FRIEND)).toBe('read')
    shop.supervisor.command(CLEARED.id, 'undo-clear')
    await untilStatus(shop, CLEARED.id, 'online')
    expect(await shop.supervisor.bringBack(REMOVED.id)).toMatchObject({ ok: true })
    shop.supervisor.command(REMOVED.id, 'connect')
    await untilStatus(shop, REMOVED.id, 'online')
  })
  expect(await traces()).toEqual([])
}, 300_000)

it('a copy that an older version made brings a damaged session back', async () => {
  await rm(join(generation(folder, RUNS.id), 'auth.db'))
  await withShop(folder, simulator.url, async (shop) => {
    const { session } = await untilStatus(shop, RUNS.id, 'attention')
    expect(session).toMatchObject({ cause: { code: 'damaged-store' } })
    shop.supervisor.command(RUNS.id, 'restore-snapshot')
    await untilStatus(shop, RUNS.id, 'online')
    expect(viewOf(shop, RUNS.id)?.lastNumber).toBe(RUNS.number)
    expect(await reads(simulator, RUNS.number, FRIEND)).not.toBe('unread')
  })
}, 300_000)
