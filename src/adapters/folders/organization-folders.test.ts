import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canMount, SmallDisk } from '../test-support/small-disk.ts'
import { recordWith } from '../../engine/test-support/records.ts'
import { parseOrganization, printOrganization } from '../records/organization-file.ts'
import { organizationFolders } from './organization-folders.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-folders-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const record = recordWith({
  linked: true,
  lastNumber: '573007915262',
  heldBy: { code: 'replaced', detail: 440 },
  nextGeneration: 4,
  quarantine: [{ generation: 3, clearedAt: 5, linked: true, number: null, lid: null, ended: false }],
})

describe('organization.json', () => {
  it('says everything and reads it back', () => {
    expect(parseOrganization(printOrganization(record))).toEqual({ ok: true, record })
  })

  it.each([
    ['nothing', ''],
    ['half of itself', printOrganization(record).slice(0, 80)],
    ['another kind of JSON', '[]'],
    ['a null', 'null'],
    ['a missing field', printOrganization(record).replace('"linked": true', '"was": true')],
    [
      'a generation that is no number',
      printOrganization(record).replace('"generation": 1', '"generation": "1"'),
    ],
    ['generations out of order', printOrganization({ ...record, nextGeneration: 1 })],
    ['a session name that leaves the folder', printOrganization({ ...record, sessionName: '../other' })],
  ])('is refused with a reason when it holds %s', (_what, text) => {
    expect(parseOrganization(text)).toEqual({
      ok: false,
      newer: false,
      reason: expect.stringMatching(/./),
    })
  })

  it('completes a file of the first version', () => {
    const { schema: _schema, ...rest } = z
      .looseObject({ schema: z.number() })
      .parse(JSON.parse(printOrganization(record)))
    for (const added of [
      'previousNumber',
      'heldNumber',
      'phoneSeen',
      'aliases',
      'elsewhere',
      'installation',
      'usedAt',
      'removedAt',
      'overdue',
      'source',
      'lid',
      'heldLid',
      'linkedAt',
      'watchedSince',
    ]) {
      delete rest[added]
    }
    expect(parseOrganization(JSON.stringify({ schema: 1, ...rest }))).toEqual({
      ok: true,
      record: { ...record, installation: null },
    })
  })

  it('says when a newer version wrote it', () => {
    const newer = printOrganization(record).replace(/"schema": [0-9]+/, '"schema": 99')
    expect(parseOrganization(newer)).toMatchObject({ ok: false, reason: expect.stringContaining('newer') })
  })
})

describe('the folders', () => {
  it('are listed in the order of creation, with the unreadable ones named and untouched', async () => {
    const folders = organizationFolders(join(root, 'organizations'))
    expect(await folders.list(new Set())).toEqual([])
    const late = recordWith({ id: 'b', sessionName: 'org_b', createdAt: 2 })
    const early = recordWith({ id: 'a', sessionName: 'org_a', createdAt: 1 })
    expect(await folders.create(late)).toEqual({ ok: true })
    expect(await folders.create(early)).toEqual({ ok: true })
    await mkdir(join(root, 'organizations', 'org_broken'))
    await writeFile(join(root, 'organizations', 'org_broken', 'organization.json'), '{"half":')
    await mkdir(join(root, 'organizations', 'org_copy'))
    await writeFile(join(root, 'organizations', 'org_copy', 'organization.json'), printOrganization(early))

    const found = await folders.list(new Set())
    expect(found).toMatchObject([
      { kind: 'organization', folder: 'org_a', record: early },
      { kind: 'organization', folder: 'org_copy', record: early },
      { kind: 'organization', folder: 'org_b', record: late },
      { kind: 'unreadable', folder: 'org_broken' },
    ])
    expect(await readFile(join(root, 'organizations', 'org_broken', 'organization.json'), 'utf8')).toBe(
      '{"half":',
    )
  })

  it('recover a record that cannot be read from its copy, and keep what was damaged', async () => {
    const folders = organizationFolders(root)
    await folders.create(record)
    const path = join(root, 'org_shop1', 'organization.json')
    for (const damage of ['', '{"half', '[]', '\0\0\0\0']) {
      await writeFile(path, damage)
      expect(await folders.list(new Set())).toMatchObject([{ kind: 'organization', record }])
      expect(await readFile(join(root, 'org_shop1', 'organization.damaged.json'), 'utf8')).toBe(damage)
      expect(parseOrganization(await readFile(path, 'utf8'))).toEqual({ ok: true, record })
    }
    await rm(path)
    expect(await folders.list(new Set())).toMatchObject([{ kind: 'organization', record }])

    const newer = printOrganization(record).replace(/"schema": [0-9]+/, '"schema": 99')
    await writeFile(path, newer)
    expect(await folders.list(new Set())).toMatchObject([{ kind: 'unreadable' }])
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('of sessions that run are only looked at: a record that cannot be read is not replaced by its copy', async () => {
    const folders = organizationFolders(root)
    await folders.create(record)
    const path = join(root, 'org_shop1', 'organization.json')
    await writeFile(path, '{"half')
    const familiar = new Set(['org_shop1'])
    expect(await folders.list(familiar)).toMatchObject([{ kind: 'organization', record }])
    expect(await readFile(path, 'utf8')).toBe('{"half')
  })

  it('say that a record is written where only its copy is not', async () => {
    const folders = organizationFolders(root)
    await folders.create(record)
    const copy = join(root, 'org_shop1', 'organization.copy.json')
    await rm(copy)
    await mkdir(copy)
    expect(await folders.write({ ...record, name: 'New' })).toEqual({ ok: true })
    expect(await folders.list(new Set())).toMatchObject([{ record: { name: 'New' } }])
  })

  it('are for their owner only', async () => {
    const folders = organizationFolders(join(root, 'organizations'))
    await folders.create(record)
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await mode(join(root, 'organizations', 'org_shop1'))).toBe('700')
    expect(await mode(join(root, 'organizations', 'org_shop1', 'organization.json'))).toBe('600')
  })

  it('refuse to be made twice, and say when the disk cannot take them', async () => {
    const folders = organizationFolders(root)
    await folders.create(record)
    expect(await folders.create({ ...record, name: 'another' })).toMatchObject({ ok: false })
    expect(await folders.list(new Set())).toMatchObject([{ record: { name: record.name } }])

    await writeFile(join(root, 'file'), '')
    expect(await organizationFolders(join(root, 'file', 'below')).create(record)).toEqual({
      ok: false,
      cause: { code: 'io-error', detail: null },
    })
  })

  it.skipIf(!canMount)('keep the old record where the new one cannot be written', async () => {
    await mkdir(join(root, 'disk'))
    const disk = SmallDisk.mountAt(join(root, 'disk'))
    try {
      const folders = organizationFolders(join(root, 'disk', 'organizations'))
      await folders.create(record)
      disk.remount('ro')
      const cause = { code: 'read-only', detail: null }
      expect(await folders.write({ ...record, name: 'New' })).toEqual({ ok: false, cause })
      expect(await folders.list(new Set())).toMatchObject([{ record: { name: record.name } }])
    } finally {
      disk.unmount()
    }
  })
})
