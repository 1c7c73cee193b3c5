import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { generationFolder, openAuthStore } from './auth-store.ts'
import { readCredentials } from '../credentials/baileys-credentials.ts'
import { parseOrganization } from '../records/organization-file.ts'
import { fileVault } from '../test-support/file-vault.ts'
import {
  filesBelow,
  link,
  noticesOf,
  type Reading,
  reads,
  SETTLED,
  Template,
  until,
  viewOf,
  withShop,
} from '../test-support/linked-folder.ts'
import { storedIdentity } from './test-support/stored-identity.ts'

/**
 * The damage matrix: every kind of record and every file, hurt in every way. What is hurt is named, or works on as the
 * same identity; it never becomes a new one, no QR appears by itself, and what was refused stays as it was.
 */
const ID = 'shop'
const OTHER = 'other'
const NUMBER = '573007915262'
const OTHER_NUMBER = '573126809496'

let simulator: Simulator
/** As the program leaves it. */
let closed: Template
/** As a crash leaves it: what was last written is still in the write-ahead log. */
let crashed: Template
let identity: string
let folder: string
let contacts = 0
/** Contacts who have written before; each is used once. */
const friends: string[] = []

beforeAll(async () => {
  simulator = await startSimulator()
  closed = await Template.empty()
  await withShop(closed.folder, simulator.url, async (shop) => {
    await link(shop, simulator, ID, NUMBER)
    await link(shop, simulator, OTHER, OTHER_NUMBER)
    for (let n = 0; n < 56; n += 1) friends.push(newContact())
    for (const friend of friends) await reads(simulator, NUMBER, friend)
    await reads(simulator, OTHER_NUMBER, newContact())
    await until('idle', () => simulator.device(NUMBER).waiting === 0)
    crashed = await Template.from(closed.folder)
  })
  // Kinds that a simulated phone has no use for.
  for (const [id, sessionName] of [
    [ID, 'org_shop'],
    [OTHER, 'org_other'],
  ] as const) {
    await inStore(closed.folder, id, sessionName, (store) =>
      store.commit(
        ['sender-key', 'sender-key-memory', 'app-state-sync-version', 'tctoken'].map((type) => ({
          type,
          id: 'x',
          value: Buffer.from('{"some":"thing"}'),
        })),
      ),
    )
  }
  identity = await identityIn(closed.folder)
})

afterAll(async () => {
  await closed.remove()
  await crashed.remove()
  await simulator.stop()
})

beforeEach(async () => {
  folder = await copyOf(closed)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const KINDS = [
  'creds',
  'pre-key',
  'session',
  'identity-key',
  'lid-mapping',
  'device-list',
  'app-state-sync-key',
  'app-state-sync-version',
  'sender-key',
  'sender-key-memory',
  'tctoken',
] as const

describe.each(KINDS)('a record of kind %s', (type) => {
  it.each([
    ['truncated', (value: Buffer) => value.subarray(0, value.length / 2)],
    ['emptied', () => Buffer.alloc(0)],
    ['zeroed', (value: Buffer) => Buffer.alloc(value.length)],
    ['with one bit flipped', flipped],
    ["replaced by another organization's", () => valueIn('org_other', type)],
  ] as const)('that is %s is named', async (_how, hurt) => {
    const before = valueIn('org_shop', type)
    inDatabase((db) =>
      db.prepare('UPDATE entry SET value = ? WHERE type = ? AND value = ?').run(hurt(before), type, before),
    )
    await expectRefused('attention', 'damaged-store')
  })

  it('that is deleted is named or missed by nobody', async () => {
    inDatabase((db) => db.prepare('DELETE FROM entry WHERE type = ?').run(type))
    if (type === 'creds' || type === 'pre-key') await expectRefused('attention', 'damaged-store')
    else await expectSame(type === 'session' ? 'read-when-sent-again' : 'read')
  })

  it('that a newer version wrote is named or does no harm', async () => {
    const id = await inStore(folder, ID, 'org_shop', (store) => idOf(store, type))
    const newer = { type, id, value: Buffer.from('{"version":99,"what":"nobody knows yet"}') }
    await inStore(folder, ID, 'org_shop', (store) => store.commit([newer]))
    if (type === 'creds') await expectRefused('attention', 'damaged-store')
    else await expectSame(null)
  })
})

describe('the wrapped data key', () => {
  it.each([
    ['truncated', (value: Buffer) => value.subarray(0, value.length / 2), 'vault-lost'],
    ['emptied', () => Buffer.alloc(0), 'vault-lost'],
    ['zeroed', (value: Buffer) => Buffer.alloc(value.length), 'vault-lost'],
    ['with one bit flipped', flipped, 'vault-lost'],
    ["replaced by another organization's", () => dataKeyOf('org_other'), 'damaged-store'],
  ] as const)('that is %s is named', async (_how, hurt, cause) => {
    const value = hurt(dataKeyOf('org_shop'))
    inDatabase((db) => db.prepare("UPDATE meta SET value = ? WHERE name = 'data-key'").run(value))
    await expectRefused('attention', cause)
  })

  it('that is deleted is named', async () => {
    inDatabase((db) => db.exec("DELETE FROM meta WHERE name = 'data-key'"))
    await expectRefused('attention', 'damaged-store')
  })
})

describe('the tables', () => {
  it.each(['meta', 'entry'])('without %s are named', async (name) => {
    inDatabase((db) => db.exec(`DROP TABLE ${name}`))
    await expectRefused('attention', 'damaged-store')
  })

  it.each([
    ['a newer version', 99, 'store-newer'],
    ['no version', 0, 'damaged-store'],
  ])('of %s are named', async (_what, version, cause) => {
    inDatabase((db) => db.exec(`PRAGMA user_version = ${version}`))
    await expectRefused('attention', cause)
  })
})

describe('auth.db', () => {
  const PAGE = 4096
  it.each([
    ['truncated in the middle', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['truncated by a page', (file: Buffer) => file.subarray(0, file.length - PAGE)],
    ['truncated to its first bytes', (file: Buffer) => file.subarray(0, 50)],
    ['emptied', () => Buffer.alloc(0)],
    ['zeroed', (file: Buffer) => Buffer.alloc(file.length)],
    ['zeroed for a page', (file: Buffer) => Buffer.from(file).fill(0, 5 * PAGE, 6 * PAGE)],
    ['without its header', (file: Buffer) => Buffer.from(file).fill(0, 0, 100)],
    ['with one bit of its header flipped', (file: Buffer) => flippedAt(file, 0)],
    ["replaced by another organization's", () => readFile(database('org_other', closed.folder))],
  ])('that is %s is named', async (_how, hurt) => {
    await writeFile(database(), await hurt(await readFile(database())))
    await expectRefused('attention', 'damaged-store')
  })

  it('with any one bit flipped is named, or nothing is lost', async () => {
    const whole = await readFile(database())
    const named = new Map<string, number>()
    for (let at = 31; at < whole.length; at += 4_999) {
      await writeFile(database(), flippedAt(whole, at))
      const cause = await causeOfOpening()
      named.set(cause, (named.get(cause) ?? 0) + 1)
      expect(['damaged-store', 'vault-lost', 'the same', 'store-newer'], `byte ${at}`).toContain(cause)
    }
    expect(named.get('damaged-store')).toBeGreaterThan(20)
  })

  it('that is deleted is named, and not made again', async () => {
    await rm(database())
    await expectRefused('attention', 'damaged-store')
    await rm(join(folder, 'organizations', 'org_shop', 'g1'), { recursive: true })
    await expectRefused('attention', 'damaged-store')
  })

  it('that is made unreadable is named', async () => {
    await makeUnreadable(database())
    await expectRefused('unavailable', 'io-error')
  })

  it('with a directory in its place is named', async () => {
    await rm(database())
    await mkdir(database())
    await expectRefused('unavailable', 'io-error')
  })
})

describe('auth.db-wal after a crash', () => {
  beforeEach(async () => {
    await rm(folder, { recursive: true, force: true })
    folder = await copyOf(crashed)
  })

  it('brings everything back', async () => {
    await expectSame('read', 'read')
  })

  /** What is lost with it are the latest keys: those who write are asked to write again. Nobody is told so. */
  it.each([
    ['truncated in the middle', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['truncated by a few bytes', (file: Buffer) => file.subarray(0, file.length - 7)],
    ['emptied', () => Buffer.alloc(0)],
    ['zeroed', (file: Buffer) => Buffer.alloc(file.length)],
    ['with one bit flipped', (file: Buffer) => flippedAt(file, file.length / 2)],
  ])('that is %s is a rollback', async (_how, hurt) => {
    const wal = `${database()}-wal`
    await writeFile(wal, hurt(await readFile(wal)))
    await expectRolledBack()
  })

  it("that is replaced by another organization's is named", async () => {
    await writeFile(`${database()}-wal`, await readFile(`${database('org_other', crashed.folder)}-wal`))
    // SQLite works it into the database before anything can be checked.
    expect(await causeOfOpening()).toBe('damaged-store')
    await expectRefused('attention', 'damaged-store')
  })

  it('that is deleted is a rollback', async () => {
    await rm(`${database()}-wal`)
    await expectRolledBack()
  })

  it('that is lost with the mark of pre-key ids gives none of them a second key', async () => {
    const nextId = (store: Store) => {
      const credentials = readCredentials(store, true)
      if (credentials.kind !== 'linked') throw new Error(credentials.kind)
      return credentials.creds.nextPreKeyId
    }
    const whole = await copyOf(crashed)
    const promised = await inStore(whole, ID, 'org_shop', nextId)
    await rm(whole, { recursive: true })
    await rm(`${database()}-wal`)
    await rm(join(folder, 'organizations', 'org_shop', 'g1', 'pre-key-mark'))
    await expectSame(null)
    expect(await inStore(folder, ID, 'org_shop', nextId)).toBeGreaterThan(promised + 1_000)
  })

  it('with a directory in its place is noticed, and the directory set aside', async () => {
    await rm(`${database()}-wal`)
    await mkdir(`${database()}-wal`)
    await expectRolledBack()
  })
})

describe('organization.json', () => {
  const IN_FOLDER = (name: string) => join(folder, 'organizations', 'org_shop', name)
  const FILE = () => IN_FOLDER('organization.json')

  const HURTS: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['truncated', () => rewritten((file) => file.subarray(0, file.length / 2))],
    ['emptied', () => rewritten(() => Buffer.alloc(0))],
    ['zeroed', () => rewritten((file) => Buffer.alloc(file.length))],
    ['with one bit of a bracket flipped', () => rewritten((file) => flippedAt(file, 0))],
    ['deleted', () => rm(FILE())],
    ['a directory', () => rm(FILE()).then(() => mkdir(FILE()))],
    ['made unreadable', () => makeUnreadable(FILE())],
  ]

  async function rewritten(hurt: (file: Buffer) => Buffer): Promise<void> {
    await writeFile(FILE(), hurt(await readFile(FILE())))
  }

  it.each(HURTS)('that is %s is read from its copy', async (_how, hurt) => {
    await hurt()
    await expectSame('read')
  })

  it.each(HURTS)('that is %s and has no copy is named', async (_how, hurt) => {
    await rm(IN_FOLDER('organization.copy.json'), { force: true })
    await hurt()
    await expectNotice('folder-unreadable')
  })

  it('of a newer version is named and left alone', async () => {
    await rewritten((file) => Buffer.from(String(file).replace(/"schema": [0-9]+/, '"schema": 99')))
    await expectNotice('folder-unreadable')
  })

  it("that is another organization's is read from its copy, or named", async () => {
    const other = await readFile(join(closed.folder, 'organizations', 'org_other', 'organization.json'))
    await rewritten(() => other)
    await expectSame('read')
    await rewritten(() => other)
    await rm(IN_FOLDER('organization.copy.json'))
    await expectNotice('folder-renamed')
  })

  it('with any one bit flipped never leads to another link, nor to a new one', async () => {
    const whole = await readFile(FILE())
    const before = parseOrganization(String(whole))
    if (!before.ok) throw new Error(before.reason)
    for (let at = 0; at < whole.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const after = parseOrganization(String(flippedAt(whole, at, bit)))
        if (!after.ok) continue
        const { generation, linked } = after.record
        expect(linked, `bit ${bit} of byte ${at}`).toBe(true)
        // Another number is no generation that was ever linked: its folder is not there, which is damage.
        const aside = before.record.quarantine.map((each) => each.generation)
        expect(aside, `bit ${bit} of byte ${at}`).not.toContain(generation)
      }
    }
  })
})

describe.each(['organization.copy.json', 'g1/pre-key-mark', 'g1/auth.db.commits', 'g1/owner.json'])(
  '%s, on which nothing depends while all is well,',
  (name) => {
    it.each([
      ['hurt', (path: string) => writeFile(path, Buffer.alloc(40))],
      ['deleted', (path: string) => rm(path, { force: true })],
    ])('may be %s', async (_how, hurt) => {
      await hurt(join(folder, 'organizations', 'org_shop', name))
      await expectSame('read')
    })
  },
)

it.each(['organization.copy.json', 'g1/auth.db.commits', 'g1/owner.json'])(
  '%s may be made unreadable while all is well',
  async (name) => {
    await makeUnreadable(join(folder, 'organizations', 'org_shop', name))
    await expectSame('read')
  },
)

it('linked but nothing there is damage', async () => {
  await rm(join(folder, 'organizations', 'org_shop', 'g1'), { recursive: true })
  await mkdir(join(folder, 'organizations', 'org_shop', 'g1'))
  await expectRefused('attention', 'damaged-store')
})

/** Permissions mean nothing to whoever may do everything; a link to itself cannot be followed by anybody. */
async function makeUnreadable(path: string): Promise<void> {
  await rm(path, { force: true })
  await symlink(path, path)
}

/** Named, with nothing shown to scan and nothing changed on disk. */
async function expectRefused(status: 'attention' | 'unavailable', cause: string): Promise<void> {
  const before = await filesBelow(join(folder, 'organizations', 'org_shop'))
  const attempts = simulator.connections.attempts().length
  await withShop(folder, simulator.url, async (shop) => {
    const { session } = await until('settled', () => {
      const view = viewOf(shop, ID)
      return view && SETTLED.has(view.session.status) && view
    })
    expect(session).toMatchObject({ status, cause: { code: cause } })
    expect(noticesOf(shop)).toEqual([])
  })
  expect(simulator.connections.attempts()).toHaveLength(attempts)
  expect(await filesBelow(join(folder, 'organizations', 'org_shop'))).toEqual(before)
}

/** The same identity, online without a scan; messages decrypt, if need be when they are sent again. */
async function expectSame(ofFriend: Reading | null, ofStranger: Reading = 'read'): Promise<void> {
  await withShop(folder, simulator.url, async (shop) => {
    const { session } = await until('settled', () => {
      const view = viewOf(shop, ID)
      return view && SETTLED.has(view.session.status) && view
    })
    expect(session).toMatchObject({ status: 'online', number: NUMBER })
    // The server knows the link by its keys: another identity would not have been let in.
    expect(simulator.device(NUMBER).online).toBe(true)
    const friend = await reads(simulator, NUMBER, friends.shift() ?? '')
    const stranger = await reads(simulator, NUMBER, newContact())
    expect([friend, stranger]).not.toContain('unread')
    expect([friend, stranger]).toEqual(ofFriend === null ? [friend, stranger] : [ofFriend, ofStranger])
  })
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
}

/** Noticed, and treated as a restore: what was in progress is begun anew, and nothing is said to be damaged later. */
async function expectRolledBack(): Promise<void> {
  expect(await inStore(folder, ID, 'org_shop', (store) => store.rolledBack)).toBe(true)
  await expectSame(null)
  expect(await inStore(folder, ID, 'org_shop', (store) => store.rolledBack)).toBe(false)
  await expectSame(null)
}

/** The folder is said to be unreadable or a copy, and left alone; no session comes of it. */
async function expectNotice(code: string): Promise<void> {
  const before = await filesBelow(join(folder, 'organizations', 'org_shop'))
  await withShop(folder, simulator.url, async (shop) => {
    expect(noticesOf(shop)).toMatchObject([{ code, folder: 'org_shop' }])
    expect(viewOf(shop, ID)).toBeNull()
  })
  expect(await filesBelow(join(folder, 'organizations', 'org_shop'))).toEqual(before)
}

async function causeOfOpening(): Promise<string> {
  const found = await storedIdentity(folder, ID)
  return found.finding ?? (found.identity === identity ? 'the same' : 'another identity')
}

type Store = Extract<Awaited<ReturnType<typeof openAuthStore>>, { ok: true }>['store']

async function inStore<T>(
  at: string,
  organizationId: string,
  sessionName: string,
  work: (store: Store) => T,
): Promise<T> {
  const generation = generationFolder(join(at, 'organizations', sessionName), 1)
  const outcome = await openAuthStore(
    generation,
    { organizationId, generation: 1, linked: true },
    fileVault(at),
  )
  if (!outcome.ok) throw new Error(outcome.cause.code)
  try {
    return work(outcome.store)
  } finally {
    outcome.store.close()
  }
}

async function identityIn(at: string): Promise<string> {
  const found = await storedIdentity(at, ID)
  if (found.identity === null) throw new Error(found.finding ?? 'not linked')
  return found.identity
}

function newContact(): string {
  contacts += 1
  return `5730155${String(contacts).padStart(5, '0')}`
}

/** The other organization stays behind: it is only there to take something from. */
async function copyOf(template: Template): Promise<string> {
  const copy = await template.copy()
  await rm(join(copy, 'organizations', 'org_other'), { recursive: true })
  return copy
}

function database(sessionName = 'org_shop', at = folder): string {
  return join(at, 'organizations', sessionName, 'g1', 'auth.db')
}

function inDatabase<T>(work: (db: DatabaseSync) => T, sessionName = 'org_shop'): T {
  const db = new DatabaseSync(database(sessionName, sessionName === 'org_shop' ? folder : closed.folder))
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function valueIn(sessionName: string, type: string): Buffer {
  return inDatabase((db) => {
    const row = db.prepare('SELECT value FROM entry WHERE type = ? ORDER BY rowid').get(type)
    return bytes(row?.['value'])
  }, sessionName)
}

function idOf(store: Store, type: string): string {
  const [id = ''] = store.entries().flatMap((entry) => (entry.type === type ? [entry.id] : []))
  return id
}

function dataKeyOf(sessionName: string): Buffer {
  return inDatabase(
    (db) => bytes(db.prepare("SELECT value FROM meta WHERE name = 'data-key'").get()?.['value']),
    sessionName,
  )
}

function bytes(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new Error('no value')
  return Buffer.from(value)
}

function flipped(value: Buffer): Buffer {
  return flippedAt(value, value.length / 2)
}

function flippedAt(value: Buffer, at: number, bit = 0): Buffer {
  const copy = Buffer.from(value)
  const place = Math.floor(at)
  copy[place] = (copy[place] ?? 0) ^ (1 << bit)
  return copy
}
