import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestVault } from '../test-support/test-vault.ts'
import { type Entry, openAuthStore } from './auth-store.ts'

/** A tenth of what a big shop has after years, and enough to be checked apart. */
const VALUES = 30_000
const PLACE = { organizationId: 'shop', generation: 1, linked: true }

let folder: string
let path: string
const vault = new TestVault()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-large-'))
  path = join(folder, 'g1', 'auth.db')
  const opened = await openAuthStore(join(folder, 'g1'), { ...PLACE, linked: false }, vault)
  if (!opened.ok) throw new Error(opened.cause.code)
  const value = new Uint8Array(300)
  const entries = Array.from({ length: VALUES }, (_, n): Entry => ({ type: 'session', id: `${n}.0`, value }))
  opened.store.commit(entries)
  opened.store.close()
}, 120_000)

afterAll(() => rm(folder, { recursive: true }))

it('is checked without holding up everything else for as long as that takes', async () => {
  expect((await stat(path)).size).toBeGreaterThan(8_000_000)
  let longest = 0
  let last = performance.now()
  const begun = last
  let opening = true
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (opening) setImmediate(look)
  }
  setImmediate(look)
  const opened = await openAuthStore(join(folder, 'g1'), PLACE, vault)
  opening = false
  look()
  if (!opened.ok) throw new Error(opened.cause.code)
  expect(opened.store.values).toBe(VALUES)
  opened.store.close()
  expect(longest).toBeLessThan((performance.now() - begun) / 3)
}, 120_000)

it('that is damaged is known as such', async () => {
  const { size } = await stat(path)
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(4096), 0, 4096, Math.floor(size / 2 / 4096) * 4096)
  await file.close()
  expect(await openAuthStore(join(folder, 'g1'), PLACE, vault)).toMatchObject({
    ok: false,
    cause: { code: 'damaged-store' },
    findings: [{ code: 'file-damaged' }],
  })
}, 120_000)
