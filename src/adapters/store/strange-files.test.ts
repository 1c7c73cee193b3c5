import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PreKeyMark } from '../credentials/pre-key-mark.ts'
import { LINKS, NO_FILES, type Strange, THEIRS } from '../test-support/strange-files.ts'
import { TestVault } from '../test-support/test-vault.ts'
import { openAuthStore } from './auth-store.ts'
import { snapshotsOf } from './snapshots.ts'

/** Beside a generation's folder lies what links in it lead to. */
let root: string
let folder: string
let target: string
let vault: TestVault
const place = { organizationId: 'shop', generation: 1, linked: true }
const CREDS = { type: 'creds', id: '', value: Buffer.from('{"registrationId":1}') }

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-strange-'))
  folder = join(root, 'g1')
  target = join(root, 'theirs')
  await mkdir(folder)
  await writeFile(target, THEIRS)
  vault = new TestVault()
})

afterEach(() => rm(root, { recursive: true }))

async function open(linked = true) {
  const opened = await openAuthStore(folder, { ...place, linked }, vault)
  return opened.ok ? opened.store : opened.cause.code
}

/** Opens the store as a session does, writes and closes. */
async function used(linked = true): Promise<void> {
  const store = await open(linked)
  if (typeof store === 'string') throw new Error(store)
  store.commit([CREDS])
  expect(store.read('creds', '')).toEqual(CREDS.value)
  await snapshotsOf(folder, place, vault).make(store)
  store.close()
}

async function expectTheirs(): Promise<void> {
  expect(await readFile(target, 'utf8')).toBe(THEIRS)
  expect((await readdir(root)).toSorted()).toEqual(['g1', 'theirs'])
}

/** What is a file is looked into. A link may lead to a disk that is not there today: that is no damage. */
const FILES = ['a second name', 'a file of 400 MB', '3 million brackets']

describe.each(Object.entries({ ...LINKS, ...NO_FILES }))('%s instead of a store', (what, make) => {
  it.each([
    ['where there was one', true],
    ['where a new one should be', false],
  ])('%s is refused, and left', async (_where, linked) => {
    await make(join(folder, 'auth.db'), target)
    expect(await open(linked)).toBe(FILES.includes(what) ? 'damaged-store' : 'io-error')
    await expectTheirs()
  })
})

const BESIDE = ['auth.db-wal', 'auth.db-shm', 'auth.db-journal', 'auth.db.commits']

describe.each(Object.entries({ ...LINKS, ...NO_FILES }))('%s', (_what, make: Strange) => {
  it.each(BESIDE)('instead of %s stops nothing and is not written to', async (name) => {
    await used(false)
    await rm(join(folder, name), { force: true })
    await make(join(folder, name), target)
    // A log that was torn is empty to SQLite, whatever is in it.
    await used()
    await used()
    await expectTheirs()
  })

  it('instead of the mark of the pre-keys is not written to', async () => {
    await make(join(folder, 'pre-key-mark'), target)
    const mark = new PreKeyMark(folder)
    expect(mark.value).toBeNull()
    mark.raise(812)
    expect(new PreKeyMark(folder).value).toBe(812)
    await expectTheirs()
  })

  it('among the copies is no copy, and does not push one out', async () => {
    await used(false)
    const path = join(folder, 'snapshots', '999999-1800000000000.db')
    await make(path, target)
    const copies = snapshotsOf(folder, place, vault)
    const newest = await copies.openNewest()
    expect(newest?.read('creds', '')).toEqual(CREDS.value)
    newest?.close()
    for (let n = 0; n < 4; n += 1) await used()
    expect(await copies.list()).toHaveLength(3)
    await expectTheirs()
  })
})
