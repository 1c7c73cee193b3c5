import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PinGuard } from '../../engine/pin/pin-guard.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { openPreferences } from '../desktop/electron-preferences.ts'
import { journalFile } from '../journal/journal-file.ts'
import { openPin } from '../pin/pin-file.ts'
import { scryptHasher } from '../pin/scrypt-hasher.ts'
import { systemClock } from '../runtime/system-clock.ts'
import { link, reads, withShop } from '../test-support/linked-folder.ts'
import { ProxySignIns } from '../network/proxy-sign-ins.ts'
import { TestVault } from '../test-support/test-vault.ts'
import { installationOf } from './installation.ts'
import { keepDataPrivate } from './private-data.ts'

const NUMBER = '573007915262'
const SETTINGS = { quarantineMs: 0, snapshotMs: 86_400_000, cleanAfterMs: null, sessionPrefix: 'org' }
/** What is not the product's: the key of the vault that tests use. */
const OF_THE_TEST = 'vault-key'
/** What the session must have made, so that nothing is proved by looking at nothing. */
const MADE = [
  'activity.db',
  'activity.db-wal',
  'installation-id',
  'organizations',
  'organizations/org_shop',
  'organizations/org_shop/g1',
  'organizations/org_shop/g1/auth.db',
  'organizations/org_shop/g1/auth.db-wal',
  'organizations/org_shop/g1/auth.db.commits',
  'organizations/org_shop/g1/owner.json',
  'organizations/org_shop/g1/pre-key-mark',
  'organizations/org_shop/g1/snapshots',
  'organizations/org_shop/organization.copy.json',
  'organizations/org_shop/organization.json',
  'organizations/org_shop/organization.lock',
  'pin.json',
  'preferences.json',
  'proxy-sign-in.json',
]

let folder: string
let root: string
let simulator: Simulator
let umask: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-private-'))
  root = join(folder, 'organizations')
  simulator = await startSimulator()
  umask = process.umask(0)
})

afterEach(async () => {
  process.umask(umask)
  await simulator.stop()
  await rm(folder, { recursive: true })
})

/** Everything below the folder with its mode, by paths with slashes. */
async function modes(): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name !== OF_THE_TEST)
  const found = await Promise.all(
    names.map(async (name) => {
      // A draft may have got its name meanwhile.
      const seen = await lstat(join(folder, name)).catch(() => null)
      return seen ? [[name, seen.mode & 0o777] as const] : []
    }),
  )
  return new Map(found.flat())
}

async function expectPrivate(): Promise<void> {
  const found = await modes()
  expect([...found.keys()]).toEqual(expect.arrayContaining(MADE))
  const open = [...found].filter(([, mode]) => mode !== 0o600 && mode !== 0o700)
  expect(open).toEqual([])
}

/** Everything that Enlace keeps, with a session that is online while `look` looks. */
async function used(look: () => Promise<void>): Promise<void> {
  openPreferences(folder, '0.1.0').write({ theme: 'dark' })
  const { kept, store } = await openPin(folder)
  await new PinGuard(
    { clock: systemClock, store, hasher: scryptHasher({ N: 2 ** 12, r: 8, p: 1 }) },
    kept,
  ).set('4071')
  await installationOf(folder, () => Promise.resolve(null))
  await new ProxySignIns(join(folder, 'proxy-sign-in.json'), new TestVault(), () => {}).tell('proxy:3128', {
    user: 'ana',
    password: 'secreta',
  })
  const journal = journalFile(join(folder, 'activity.db'), { info: () => {}, warn: () => {} }, () => {})
  journal.note({ kind: 'program', at: Date.now(), what: 'opened' })
  journal.read('shop', 0)
  await withShop(folder, simulator.url, async (shop) => {
    await link(shop, simulator, 'shop', NUMBER)
    await shop.supervisor.settle(SETTINGS)
    await reads(simulator, NUMBER, '573015550101')
    await expect
      .poll(() => readdir(join(root, 'org_shop', 'g1', 'snapshots')).catch(() => []), { timeout: 120_000 })
      .toContainEqual(expect.stringMatching(/^\d+-\d+\.db$/))
    await look()
  })
  journal.end()
}

describe.skipIf(process.platform === 'win32')('on a computer that lets everybody read what is made', () => {
  it('what Enlace makes is its owner’s alone, while a session runs and after', async () => {
    await used(expectPrivate)
    const left = [...(await modes())].filter(([, mode]) => mode !== 0o600 && mode !== 0o700)
    expect(left).toEqual([])
  })

  it('what was open to all is so no longer after a start, and what is not Enlace’s stays as it is', async () => {
    await used(() => Promise.resolve())
    const outside = join(folder, 'outside')
    await mkdir(outside)
    await writeFile(join(outside, 'theirs'), '')
    await symlink(join(outside, 'theirs'), join(root, 'org_shop', 'g1', 'a-link'))
    await mkdir(join(root, 'other-server'))
    await writeFile(join(root, 'other-server', 'creds.json'), '{}')
    for (const name of (await modes()).keys()) {
      const seen = await lstat(join(folder, name))
      if (!seen.isSymbolicLink()) await chmod(join(folder, name), seen.isDirectory() ? 0o777 : 0o666)
    }
    await keepDataPrivate(folder, root)
    const open = [...(await modes())].filter(([, mode]) => mode !== 0o600 && mode !== 0o700)
    expect(open.map(([name]) => name).toSorted()).toEqual([
      'organizations/org_shop/g1/a-link',
      'organizations/other-server',
      'organizations/other-server/creds.json',
      'outside',
      'outside/theirs',
    ])
  })
})
