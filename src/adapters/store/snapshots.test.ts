import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AuthStore, openAuthStore } from './auth-store.ts'
import { type Snapshots, snapshotsOf } from './snapshots.ts'
import { TestVault } from '../test-support/test-vault.ts'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

let folder: string
let store: AuthStore
let snapshots: Snapshots

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-snapshots-'))
  const place = { organizationId: 'shop', generation: 1, linked: false }
  const vault = new TestVault()
  const opened = await openAuthStore(join(folder, 'g1'), place, vault)
  if (!opened.ok) throw new Error(opened.cause.code)
  store = opened.store
  snapshots = snapshotsOf(join(folder, 'g1'), place, vault)
})

afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true })
})

/** As an older version named it, or with another time. */
async function renamed(at: number, to: (place: string) => string): Promise<void> {
  const inside = join(folder, 'g1', 'snapshots')
  const name = (await readdir(inside)).find((each) => each.endsWith(`${at}.db`)) ?? ''
  await rename(join(inside, name), join(inside, to(name.replace(`${at}.db`, ''))))
}

async function newest(): Promise<string> {
  const copy = await snapshots.openNewest()
  const value = copy?.read('note', 'x')
  copy?.close()
  return String(Buffer.from(value ?? ''))
}

async function make(note: string): Promise<number> {
  store.commit([{ type: 'note', id: 'x', value: Buffer.from(note) }])
  return snapshots.make(store)
}

it('copies that were made while the clock was a year ahead do not push out the next one', async () => {
  for (const note of ['one', 'two', 'three']) {
    const at = await make(note)
    await renamed(at, (place) => `${place}${at + YEAR_MS}.db`)
  }
  const made = await make('four')
  expect(await newest()).toBe('four')
  expect((await snapshots.list())[0]).toBe(made)
  expect(await snapshots.list()).toHaveLength(3)
})

it('copies of an older version, which are named by their time alone, count as the older ones', async () => {
  for (const note of ['one', 'two', 'three']) {
    const at = await make(note)
    await renamed(at, () => `${at + YEAR_MS}.db`)
  }
  expect(await newest()).toBe('three')
  await make('four')
  expect(await newest()).toBe('four')
  expect(await snapshots.list()).toHaveLength(3)
})
