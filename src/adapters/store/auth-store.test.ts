import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenRequest } from '../../engine/ports.ts'
import { type AuthStore, generationFolder, openAuthStore } from './auth-store.ts'
import { StoreError } from './store-error.ts'
import { TestVault } from '../test-support/test-vault.ts'

let folder: string
let vault: TestVault

const request: OpenRequest = {
  organizationId: 'shop-1',
  sessionName: 'org_shop1',
  generation: 1,
  linked: false,
  installation: null,
}
const linked: OpenRequest = { ...request, linked: true }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-store-'))
  vault = new TestVault()
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function opened(asked: OpenRequest = linked): Promise<AuthStore> {
  const outcome = await openAuthStore(generationFolder(folder, asked.generation), asked, vault)
  if (!outcome.ok) throw new Error(outcome.cause.code)
  return outcome.store
}

async function causeOfOpening(asked: OpenRequest = linked): Promise<string> {
  const outcome = await openAuthStore(generationFolder(folder, asked.generation), asked, vault)
  if (!outcome.ok) return outcome.cause.code
  outcome.store.close()
  return 'none'
}

function path(generation = 1): string {
  return join(folder, `g${generation}`, 'auth.db')
}

/** A closed store with a few rows, as after a session has been linked. */
async function filled(generation = 1): Promise<void> {
  const store = await opened({ ...request, generation })
  store.commit(
    Array.from({ length: 300 }, (_, n) => ({ type: 'pre-key', id: String(n), value: Buffer.alloc(120, n) })),
  )
  store.commit([{ type: 'creds', id: '', value: Buffer.from('{"registrationId":1}') }])
  store.close()
}

describe('a store', () => {
  it('gives back what it was given, after closing and opening', async () => {
    await filled()
    const store = await opened()
    expect(store.read('creds', '')).toEqual(Buffer.from('{"registrationId":1}'))
    expect(store.count('pre-key')).toBe(300)
    expect(store.read('pre-key', 'none')).toBeNull()
    store.commit([{ type: 'pre-key', id: '7', value: null }])
    expect(store.read('pre-key', '7')).toBeNull()
    store.close()
  })

  it('keeps nothing readable on disk', async () => {
    await filled()
    expect((await readFile(path())).includes('registrationId')).toBe(false)
  })

  it('commits all of a batch or nothing', async () => {
    const store = await opened(request)
    const bad = {
      type: 'session',
      id: 'x',
      get value(): Uint8Array {
        throw new Error('no value')
      },
    }
    expect(() => store.commit([{ type: 'session', id: 'a', value: Buffer.from('1') }, bad])).toThrow(
      StoreError,
    )
    expect(store.read('session', 'a')).toBeNull()
    store.commit([{ type: 'session', id: 'b', value: Buffer.from('2') }])
    store.close()
  })

  it('has everything it confirmed after the process is killed', async () => {
    await filled()
    const store = await opened()
    store.commit([{ type: 'session', id: 'last', value: Buffer.from('said') }])
    // What a kill leaves behind: the files as they are, without a close.
    await cp(join(folder, 'g1'), join(folder, 'killed', 'g1'), { recursive: true })
    store.close()
    const outcome = await openAuthStore(join(folder, 'killed', 'g1'), linked, vault)
    if (!outcome.ok) throw new Error(outcome.cause.code)
    expect(outcome.store.read('session', 'last')).toEqual(Buffer.from('said'))
    outcome.store.close()
  })

  it('refuses writes after closing', async () => {
    const store = await opened(request)
    store.close()
    store.close()
    expect(() => store.commit([{ type: 'session', id: 'a', value: Buffer.from('1') }])).toThrow(StoreError)
  })
})

describe('opening tells apart', () => {
  it('absent where nothing was linked, which makes a new store', async () => {
    expect(await causeOfOpening(request)).toBe('none')
  })

  it.each([
    ['no folder at all', () => Promise.resolve()],
    ['an empty folder', () => mkdir(join(folder, 'g1')).then(() => undefined)],
    [
      'an empty file',
      async () => {
        await mkdir(join(folder, 'g1'))
        await writeFile(path(), '')
      },
    ],
  ])('damage where a link should be and there is %s', async (_what, arrange) => {
    await arrange()
    expect(await causeOfOpening(linked)).toBe('damaged-store')
  })

  it.each([
    ['cut in half', async () => truncate(path(), Math.floor((await stat(path())).size / 2))],
    ['replaced by text', () => writeFile(path(), 'not a database at all, '.repeat(500))],
    ['zeroed in the middle', () => overwrite(8192, Buffer.alloc(4096))],
    ['one bit flipped in a value', () => flipInValue()],
  ])('a file that is %s', async (_what, damage) => {
    await filled()
    await damage()
    expect(await causeOfOpening()).toBe('damaged-store')
  })

  it('a value moved to another row', async () => {
    await filled()
    alter('UPDATE entry SET value = (SELECT value FROM entry WHERE rowid = 2) WHERE rowid = 3')
    expect(await causeOfOpening()).toBe('damaged-store')
  })

  it('a value moved to another row with its place', async () => {
    await filled()
    alter("DELETE FROM entry WHERE rowid = 2; UPDATE entry SET type = 'session' WHERE rowid = 3")
    expect(await causeOfOpening()).toBe('damaged-store')
  })

  it("another generation's or organization's file in its place", async () => {
    await filled()
    await cp(join(folder, 'g1'), join(folder, 'g2'), { recursive: true })
    expect(await causeOfOpening({ ...linked, generation: 2 })).toBe('damaged-store')
    expect(await causeOfOpening({ ...linked, organizationId: 'shop-2' })).toBe('damaged-store')
  })

  it('a missing data key, and a missing table', async () => {
    await filled()
    alter("DELETE FROM meta WHERE name = 'data-key'")
    expect(await causeOfOpening()).toBe('damaged-store')
    alter('DROP TABLE meta')
    expect(await causeOfOpening()).toBe('damaged-store')
  })

  it('a locked vault from a lost key, and neither from damage', async () => {
    await filled()
    vault.locked = true
    expect(await causeOfOpening()).toBe('vault-locked')
    vault = new TestVault()
    expect(await causeOfOpening()).toBe('vault-lost')
  })

  it('a vault that is locked when the first link is made, too', async () => {
    vault.locked = true
    expect(await causeOfOpening(request)).toBe('vault-locked')
    vault.locked = false
    expect(await causeOfOpening(request)).toBe('none')
  })

  it('a store that cannot be looked at, from a damaged one', async () => {
    await symlink(join(folder, 'g1'), join(folder, 'g1'))
    expect(await causeOfOpening()).toBe('io-error')
  })

  it('a store of a newer version, which it leaves as it is', async () => {
    await filled()
    alter('PRAGMA user_version = 99')
    const before = await readFile(path())
    expect(await causeOfOpening()).toBe('store-newer')
    expect(await readFile(path())).toEqual(before)
  })

  it('a folder that another process holds', async () => {
    await filled()
    const store = await opened()
    const other = spawnSync(
      process.execPath,
      [
        '-e',
        `const {DatabaseSync} = require('node:sqlite')
         try { new DatabaseSync(${JSON.stringify(path())}).prepare('SELECT count(*) FROM entry').get() }
         catch (error) { process.exit(error.errcode) }`,
      ],
      { stdio: 'ignore' },
    )
    expect(other.status).toBe(5)

    expect(await causeOfOpening()).toBe('folder-in-use')
    store.close()
    expect(await causeOfOpening()).toBe('none')
  })

  it('a place where no folder can be', async () => {
    await writeFile(join(folder, 'g1'), 'a file in the way')
    expect(await causeOfOpening(request)).toBe('io-error')
  })
})

function alter(sql: string): void {
  const db = new DatabaseSync(path())
  db.exec(sql)
  db.close()
}

async function overwrite(offset: number, bytes: Uint8Array): Promise<void> {
  const file = await readFile(path())
  file.set(bytes, offset)
  await writeFile(path(), file)
}

async function flipInValue(): Promise<void> {
  const db = new DatabaseSync(path())
  const row = db.prepare('SELECT value FROM entry WHERE rowid = 6').get()
  db.close()
  const value = row?.['value']
  if (!(value instanceof Uint8Array)) throw new Error('no value')
  const file = await readFile(path())
  // Pages that SQLite has given up keep old copies: the bit is flipped in all of them.
  for (let at = file.indexOf(value); at !== -1; at = file.indexOf(value, at + 1)) {
    file[at + 20] = (file[at + 20] ?? 0) ^ 1
  }
  await writeFile(path(), file)
}
