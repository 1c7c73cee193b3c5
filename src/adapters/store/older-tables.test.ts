import { randomBytes } from 'node:crypto'
import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow } from '../test-support/linked-folder.ts'
import { TestVault } from '../test-support/test-vault.ts'
import { tracesIn } from '../test-support/traces.ts'
import { openAuthStore } from './auth-store.ts'
import { type OlderEntry, openOlderStore } from './test-support/older-store.ts'

/** Two hundred customers, each with what WhatsApp's keys say of them. */
const NUMBERS = Array.from({ length: 200 }, (_, n) => `57301555${String(n).padStart(4, '0')}`)
const ENTRIES: readonly OlderEntry[] = [
  { type: 'creds', id: '', value: Buffer.from('{"registrationId":1}') },
  ...NUMBERS.flatMap((number) => [
    { type: 'session', id: `${number}.0`, value: randomBytes(700) },
    { type: 'lid-mapping', id: number, value: Buffer.from('"1"') },
  ]),
]
/** As many as there are in the bytes, each of which is sought in every writing: some are enough. */
const SOUGHT = NUMBERS.filter((_, n) => n % 20 === 0)
const PLACE = { organizationId: 'shop-1', generation: 1, linked: true }
/** Between two rows that are taken over nothing else can be in between. */
const EVERY_RUN = 60

let folder: string
let vault: TestVault

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-older-'))
  await mkdir(join(folder, 'g1'))
  vault = new TestVault()
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function file(tail = '', inside = 'g1'): string {
  return join(folder, inside, `auth.db${tail}`)
}

async function olderStore(version: 1 | 2): Promise<void> {
  const db = await openOlderStore(file(), version, PLACE, vault, ENTRIES)
  db.close()
}

/** As a crash leaves it: its latest changes are still in the write-ahead log. */
async function crashedStore(): Promise<void> {
  await mkdir(join(folder, 'before'))
  const db = await openOlderStore(file('', 'before'), 2, PLACE, vault, ENTRIES)
  for (const tail of ['', '-wal']) copyFileSync(file(tail, 'before'), file(tail))
  db.close()
  await rm(join(folder, 'before'), { recursive: true })
}

interface Held {
  readonly entries: ReadonlyMap<string, string>
  readonly values: number
  readonly sessions: number
  readonly rolledBack: boolean
}

async function contentOf(inside = 'g1'): Promise<Held | string> {
  const opened = await openAuthStore(join(folder, inside), PLACE, vault)
  if (!opened.ok) return `${opened.cause.code} ${opened.findings[0]?.code} ${opened.findings[0]?.count}`
  const { store } = opened
  const held = {
    entries: new Map(store.entries().map(({ type, id, value }) => [`${type} ${id}`, hex(value)])),
    values: store.values,
    sessions: store.count('session'),
    rolledBack: store.rolledBack,
  }
  for (const { type, id, value } of ENTRIES) expect(hex(store.read(type, id))).toBe(hex(value))
  store.close()
  return held
}

const WHOLE: Held = {
  entries: new Map(ENTRIES.map(({ type, id, value }) => [`${type} ${id}`, hex(value)])),
  values: ENTRIES.length,
  sessions: NUMBERS.length,
  rolledBack: false,
}

/** What the file itself says, without its log. */
function versionIn(inside = 'g1'): number {
  return readFileSync(file('', inside)).readUInt32BE(60)
}

function hex(value: Uint8Array | null): string {
  return value === null ? 'nothing' : Buffer.from(value).toString('hex')
}

async function tracesLeft(inside = 'g1'): Promise<readonly string[]> {
  return tracesIn(await filesBelow(join(folder, inside)), SOUGHT)
}

describe('a store of an older version', () => {
  it.each([1, 2] as const)(
    '%i holds the same afterwards, and none of the ids in its bytes',
    async (version) => {
      await olderStore(version)
      expect(await tracesLeft()).toHaveLength(SOUGHT.length)
      expect(await contentOf()).toEqual(WHOLE)
      expect(await tracesLeft()).toEqual([])
      expect(await contentOf()).toEqual(WHOLE)
    },
  )

  it('leaves no ids while it is in use either, in its log or anywhere', async () => {
    await crashedStore()
    expect((await tracesLeft()).some((trace) => trace.endsWith('-wal'))).toBe(true)
    const opened = await openAuthStore(join(folder, 'g1'), PLACE, vault)
    if (!opened.ok) throw new Error(opened.cause.code)
    opened.store.commit([{ type: 'session', id: `${NUMBERS[0]}.1`, value: Buffer.from('new') }])
    expect(await tracesLeft()).toEqual([])
    opened.store.close()
  })

  it('that has gone back is still noticed', async () => {
    await olderStore(2)
    await cp(join(folder, 'g1'), join(folder, 'known'), { recursive: true })
    writeFileSync(file('.commits', 'known'), '5 5')
    writeFileSync(file('.commits'), '7 7')
    expect(await contentOf('known')).toMatchObject({ rolledBack: false })
    expect(await contentOf()).toMatchObject({ rolledBack: true })
  })

  it('in which values do not open is named, counted, and left as it was', async () => {
    await olderStore(2)
    const db = new DatabaseSync(file())
    db.exec("UPDATE entry SET value = x'00' WHERE type = 'session' AND id LIKE '%000_.0'")
    db.close()
    const before = await readFile(file())
    expect(await contentOf()).toBe('damaged-store seal-broken 10')
    expect(await readFile(file())).toEqual(before)
  })

  it('whose vault is locked is left as it was', async () => {
    await olderStore(2)
    const before = await readFile(file())
    vault.locked = true
    expect(await contentOf()).toMatch(/^vault-locked/)
    expect(await readFile(file())).toEqual(before)
  })

  it('that cannot be rewritten now works all the same, and is rewritten the next time', async () => {
    await olderStore(2)
    const undo = around(DatabaseSync.prototype, 'exec', (call, db, sql) => {
      if (sql !== 'VACUUM' || !(db instanceof DatabaseSync)) return call()
      // SQLite itself refuses to write.
      db.exec('PRAGMA query_only = 1')
      try {
        return call()
      } finally {
        db.exec('PRAGMA query_only = 0')
      }
    })
    try {
      expect(await contentOf()).toEqual(WHOLE)
    } finally {
      undo()
    }
    expect(versionIn()).toBe(3)
    expect(await contentOf()).toEqual(WHOLE)
    expect(versionIn()).toBe(4)
    expect(await tracesLeft()).toEqual([])
  })
})

/**
 * The process may end before and after everything it asks of SQLite, and in the middle of it: with a log of which only
 * a part was written, or a database into which only a part of the log was copied.
 */
describe('a process that is killed while it brings a store up', () => {
  it('leaves the old store or the new one, whole, and the next opening finishes it', async () => {
    await crashedStore()
    const moments = await momentsOf(() => contentOf())
    expect(moments.length).toBeGreaterThan(20)
    const crashes = moments.flatMap((moment, n) => [
      moment,
      ...cutShort(moment),
      ...halfCopied(moment, moments[n + 1]),
    ])
    const versions = new Set<number>()
    for (const crash of crashes) {
      versions.add(versionIn(crash))
      expect(await contentOf(crash), crash).toEqual(WHOLE)
      expect(await tracesLeft(crash), crash).toEqual([])
      await rm(join(folder, crash), { recursive: true })
    }
    expect(versions).toEqual(new Set([2, 3]))
  }, 900_000)
})

/** Copies the store's files before and after every step of some work; their folders in that order. */
async function momentsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const moments: string[] = []
  const take = () => {
    const name = `moment-${moments.length}`
    cpSync(join(folder, 'g1'), join(folder, name), { recursive: true })
    moments.push(name)
  }
  let runs = 0
  const watched = (call: () => unknown) => {
    take()
    const result = call()
    take()
    return result
  }
  const undo = [
    around(DatabaseSync.prototype, 'exec', watched),
    around(StatementSync.prototype, 'run', (call) => {
      runs += 1
      if (runs % EVERY_RUN === 0) take()
      return call()
    }),
    around(StatementSync.prototype, 'get', (call, statement) => {
      const sql = statement instanceof StatementSync ? statement.sourceSQL : ''
      return sql.includes('wal_checkpoint') ? watched(call) : call()
    }),
  ]
  try {
    expect(await work()).toEqual(WHOLE)
  } finally {
    for (const each of undo) each()
  }
  return moments
}

/** Puts something around every call of a method of SQLite; gives what undoes it. */
function around(
  holder: object,
  name: string,
  put: (call: () => unknown, self: unknown, first: unknown) => unknown,
): () => void {
  const real: unknown = Reflect.get(holder, name)
  if (typeof real !== 'function') throw new Error(`no ${name}`)
  Reflect.set(holder, name, function watched(this: unknown, ...given: unknown[]): unknown {
    return put((): unknown => Reflect.apply(real, this, given), this, given[0])
  })
  return () => Reflect.set(holder, name, real)
}

/** The log as it was while it was being written. */
function cutShort(moment: string): readonly string[] {
  const wal = existsSync(file('-wal', moment)) ? readFileSync(file('-wal', moment)).length : 0
  // What the crash before has left is not being written now.
  const before = existsSync(file('-wal', 'moment-0')) ? readFileSync(file('-wal', 'moment-0')).length : 0
  if (wal <= before) return []
  return [0.3, 0.9].map((part) => {
    const name = `${moment}-cut-${part}`
    cpSync(join(folder, moment), join(folder, name), { recursive: true })
    truncateSync(file('-wal', name), Math.floor(before + (wal - before) * part))
    return name
  })
}

/** The database as it was while the log was being copied into it. */
function halfCopied(before: string, after: string | undefined): readonly string[] {
  if (after === undefined || !existsSync(file('-wal', before))) return []
  const from = readFileSync(file('', before))
  const to = readFileSync(file('', after))
  if (from.equals(to)) return []
  const page = 4096
  return [0.2, 0.7].map((part) => {
    const name = `${before}-half-${part}`
    mkdirSync(join(folder, name))
    const end = Math.floor((to.length * part) / page) * page
    writeFileSync(file('', name), Buffer.concat([to.subarray(0, end), from.subarray(end)]))
    copyFileSync(file('-wal', before), file('-wal', name))
    return name
  })
}
