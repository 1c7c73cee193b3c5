import { execFileSync } from 'node:child_process'
import fsPromises, { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { writeRecord } from '../records/record-file.ts'
import { organizationFolders } from './organization-folders.ts'
import { openings } from './test-support/many-folders.ts'

/** Deeper than any path that a system takes in one piece. */
const LEVELS = 500
const STRANGE = 'strange'

let root: string
const record = recordWith({})

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-strange-'))
  await organizationFolders(root).create(record)
})

afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  await rm(root, { recursive: true, force: true })
})

/** What was seen to stop Enlace when it lay in a folder among the organizations. */
const THINGS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'links that lead in circles': async (folder) => {
    await writeFile(join(folder, 'creds.json'), '{}')
    for (let n = 0; n < 8; n += 1) await symlink(folder, join(folder, `again-${n}`))
  },
  'a link to a big tree': async (folder) => {
    await writeFile(join(folder, 'creds.json'), '{}')
    await symlink('/', join(folder, 'all'))
  },
  'folders in folders in folders': async (folder) => {
    await writeFile(join(folder, 'creds.json'), '{}')
    let at = folder
    for (let level = 0; level < LEVELS; level += 1) await mkdir((at = join(at, 'd')))
  },
  'a pipe as its record': async (folder) => execFileSync('mkfifo', [join(folder, 'organization.json')]),
  'a pipe as the copy of its record': async (folder) =>
    execFileSync('mkfifo', [join(folder, 'organization.copy.json')]),
  'a pipe as another server’s credentials': async (folder) =>
    execFileSync('mkfifo', [join(folder, 'creds.json')]),
  'a device as its record': (folder) => symlink('/dev/zero', join(folder, 'organization.json')),
  'a record of 400 MB': async (folder) => {
    await writeFile(join(folder, 'organization.json'), '')
    await truncate(join(folder, 'organization.json'), 400_000_000)
  },
  'a record of half a million levels': (folder) =>
    writeFile(join(folder, 'organization.json'), '['.repeat(500_000)),
}

describe('one strange folder hides none of the others and ends no look:', () => {
  it.each(Object.keys(THINGS))('%s', async (thing) => {
    const folder = join(root, STRANGE)
    await mkdir(folder)
    await THINGS[thing]?.(folder)
    const found = await organizationFolders(root).list(new Set())
    expect(found).toMatchObject([{ kind: 'organization', record }, { folder: STRANGE }])
    const strange = found[1]
    const seen = strange?.kind === 'multi-file' ? await strange.fingerprint() : strange?.kind
    expect(seen).toMatch(/^([0-9a-f]{64}|unreadable)$/)
  })

  it('one on a disk that does not answer', async () => {
    await mkdir(join(root, STRANGE))
    const answer = Promise.withResolvers<void>()
    const { lstat } = fsPromises
    vi.spyOn(fsPromises, 'lstat').mockImplementation(async (path, options) => {
      if (String(path).endsWith(STRANGE)) await answer.promise
      return lstat(path, options)
    })
    syncBuiltinESMExports()
    const folders = organizationFolders(root)
    const familiar: ReadonlySet<string> = new Set()
    const found = await folders.list(familiar)
    expect(found).toMatchObject([{ record }, { folder: STRANGE, kind: 'silent' }])
    // It is not asked a second time: each question would hold another of the few threads that there are.
    expect(await folders.list(familiar)).toMatchObject([{ record }, { folder: STRANGE, kind: 'silent' }])
    const asked = vi.mocked(fsPromises.lstat).mock.calls.filter(([path]) => String(path).endsWith(STRANGE))
    expect(asked).toHaveLength(1)

    answer.resolve()
    const [, strange] = found
    if (strange?.kind === 'silent') await strange.answered
    expect(await folders.list(familiar)).toMatchObject([{ record }, { folder: STRANGE, kind: 'unreadable' }])
  })
})

it('what has not changed is not opened again, and what has is', async () => {
  const names = Array.from({ length: 40 }, (_, n) => n)
  for (const n of names) {
    await organizationFolders(root).create(recordWith({ id: `shop-${n}`, sessionName: `org_${n}` }))
    await mkdir(join(root, `junk-${n}`))
    await writeFile(join(root, `junk-${n}`, 'letter.txt'), '')
  }
  await mkdir(join(root, 'broken'))
  await writeFile(join(root, 'broken', 'organization.json'), '{"half":')
  await writeFile(join(root, 'forgotten.json'), JSON.stringify({ folders: ['junk-1'] }))
  // What was changed this very moment might change again without showing.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  const folders = organizationFolders(root)
  const first = await folders.list(new Set())
  const again = openings()
  expect(await folders.list(new Set())).toEqual(first)
  again.end()
  expect(again.paths).toEqual([root])

  const changed = recordWith({ id: 'shop-7', sessionName: 'org_7', name: 'New' })
  await writeRecord(join(root, 'org_7'), changed)
  await writeFile(join(root, 'broken', 'organization.json'), '')
  const after = openings()
  const found = await folders.list(new Set())
  after.end()
  expect(found.find(({ folder }) => folder === 'org_7')).toMatchObject({ record: changed })
  const records = ['org_7', 'broken'].map((name) => join(root, name, 'organization.json'))
  expect(after.paths.toSorted()).toEqual([root, ...records].toSorted())
})
