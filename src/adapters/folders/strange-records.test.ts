import { cp, lstat, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrganizationRecord } from '../../engine/record.ts'
import { recordWith } from '../../engine/test-support/records.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { writeRecord } from '../records/record-file.ts'
import { Shop } from '../test-support/shop.ts'

const SETTINGS = { snapshotMs: 86_400_000, cleanAfterMs: null, sessionPrefix: 'org', quarantineMs: 0 }

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

/** A record as it lies on the disk, whoever has written it, and how Enlace finds it at its start. */
async function found(...records: readonly OrganizationRecord[]): Promise<void> {
  await shop.end()
  for (const record of records) {
    await mkdir(join(shop.root, record.sessionName))
    await writeRecord(join(shop.root, record.sessionName), record)
  }
  await shop.start()
}

async function removeForGood(id: string, name: string): Promise<void> {
  expect(await shop.supervisor.remove(id, name)).toEqual({ ok: true, value: null })
  // What is overdue goes when it is still so the second time.
  for (let look = 0; look < 2; look += 1) await shop.supervisor.settle(SETTINGS)
}

describe('an organization can be removed by its name, as it is shown', () => {
  it.each([
    ['of letters and accents apart', 'Pi\u0303ata Cafe\u0301'],
    ['with spaces that are not seen', ' Óptica \u2003 Océano\t'],
    ['that turns its writing around', '\u202eonaécO'],
    ['longer than can be typed', 'Ó'.repeat(150)],
    ['of half a letter', 'Óptica \ud83d'],
    ['of nothing that is seen', '\u200b\u00ad'],
  ])('one %s', async (_what, name) => {
    await found(recordWith({ name }))
    await removeForGood('shop-1', shop.view('shop-1').name)
    expect(await readdir(shop.root)).toEqual([])
  })
})

describe('what is no record of Enlace’s is said, and left as it is:', () => {
  it.each([
    [
      'a number that no session has had',
      { generation: Number.MAX_SAFE_INTEGER - 1, nextGeneration: Number.MAX_SAFE_INTEGER },
    ],
    ['a number that something else has', { generation: 2, nextGeneration: 2 }],
    ['a time that no calendar has', { createdAt: 1e300 }],
    ['a hundred thousand other names', { aliases: Array.from({ length: 50_000 }, (_, n) => `a${n}`) }],
    ['the name of a device', { sessionName: 'con' }],
  ])('%s', async (_what, strange) => {
    const record = { ...recordWith({}), ...strange }
    await found(record)
    expect(shop.supervisor.views(() => '')).toEqual([])
    expect(shop.supervisor.notices).toEqual([{ code: 'folder-unreadable', folder: record.sessionName }])
    for (let look = 0; look < 3; look += 1) {
      await shop.supervisor.check()
      expect(shop.supervisor.notices).toEqual([{ code: 'folder-unreadable', folder: record.sessionName }])
    }
    expect(await readdir(shop.root)).toEqual([record.sessionName])
  })
})

it.each([
  ['ids', recordWith({ id: 'SHOP-1', sessionName: 'org_other', name: 'Other', createdAt: 2 })],
  ['names', recordWith({ id: 'other', sessionName: 'ORG_SHOP1', name: 'Other', createdAt: 2 })],
])(
  'of two organizations whose %s differ in case alone, the first runs and the other is said',
  async (_what, other) => {
    const first = recordWith({ createdAt: 1, name: 'Óptica' })
    await found(other, first)
    const notice = { code: 'duplicate-identity', folder: other.sessionName, name: 'Óptica' }
    expect(shop.supervisor.views(() => '').map(({ name }) => name)).toEqual(['Óptica'])
    expect(shop.supervisor.notices).toEqual([notice])
    for (let look = 0; look < 3; look += 1) await shop.supervisor.check()
    expect(shop.supervisor.notices).toEqual([notice])
    expect(shop.supervisor.find('SHOP-1')?.record.id).toBe('shop-1')
  },
)

describe('an organization whose folder lies elsewhere, behind a link', () => {
  const elsewhere = () => join(shop.root, '..', 'elsewhere')

  beforeEach(async () => {
    await shop.add('Óptica', 'shop-1')
    await shop.link('shop-1', (qr) => simulator.phone('573007915262').scan(qr))
    await shop.end()
    await rename(join(shop.root, 'org_shop1'), elsewhere())
    await symlink(elsewhere(), join(shop.root, 'org_shop1'))
    await shop.start()
    await shop.untilStatus('shop-1', 'online')
  })

  it('runs, and its keys go from there when it is removed; what is not Enlace’s stays', async () => {
    await writeFile(join(elsewhere(), 'letter.txt'), 'mine')
    await removeForGood('shop-1', 'Óptica')
    expect(await readdir(shop.root)).toEqual([])
    expect(await readdir(elsewhere())).toEqual(['letter.txt'])
  })

  it('is not taken for the backup that the link leads to by now', async () => {
    expect(await shop.supervisor.remove('shop-1', 'Óptica')).toMatchObject({ ok: true })
    const backup = join(shop.root, '..', 'backup')
    await cp(elsewhere(), backup, { recursive: true })
    const kept = await readFile(join(backup, 'organization.json'), 'utf8')
    await writeFile(
      join(backup, 'organization.json'),
      kept.replace(/"removedAt": [0-9]+/, '"removedAt": null'),
    )
    await rename(join(shop.root, 'org_shop1'), join(shop.root, '..', 'old-link'))
    await symlink(backup, join(shop.root, 'org_shop1'))
    for (let look = 0; look < 2; look += 1) await shop.supervisor.settle(SETTINGS)
    expect((await lstat(join(backup, 'g1', 'auth.db'))).size).toBeGreaterThan(0)
  })
})

it('what somebody has put into an organization’s folder stays when it goes, and is said', async () => {
  await found(recordWith({ name: 'Óptica' }))
  const folder = join(shop.root, 'org_shop1')
  await writeFile(join(folder, 'letter.txt'), 'mine')
  await mkdir(join(folder, 'pictures'))
  await symlink(shop.root, join(folder, 'a-link'))
  await removeForGood('shop-1', 'Óptica')
  expect((await readdir(folder)).toSorted()).toEqual(['a-link', 'letter.txt', 'pictures'])
  for (let look = 0; look < 2; look += 1) await shop.supervisor.check()
  expect(shop.supervisor.notices).toEqual([{ code: 'folder-unreadable', folder: 'org_shop1' }])
})

it('what somebody has put where an organization is to be made stays', async () => {
  const theirs = join(shop.root, 'org_shop1.new')
  await mkdir(theirs)
  await writeFile(join(theirs, 'letter.txt'), 'mine')
  await shop.add('Óptica', 'shop-1')
  await removeForGood('shop-1', 'Óptica')
  expect(await readFile(join(theirs, 'letter.txt'), 'utf8')).toBe('mine')
})
