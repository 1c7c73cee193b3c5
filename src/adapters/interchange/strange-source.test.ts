import { execFileSync } from 'node:child_process'
import { cp, link, mkdir, mkdtemp, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow } from '../test-support/linked-folder.ts'
import { TestVault } from '../test-support/test-vault.ts'
import { multiFileImporter } from './baileys-folder.ts'
import { NEW, sessionFolder } from './test-support/session-folder.ts'

const posixOnly = process.platform === 'win32'
const KEY = 'session-57300.0.json'

let folder: string
let root: string
let source: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-strange-source-'))
  root = join(folder, 'organizations')
  source = join(folder, 'server')
  await mkdir(root)
  await sessionFolder(source)
})

afterEach(() => rm(folder, { recursive: true }))

const adopt = () => multiFileImporter(root, new TestVault()).adopt(source, NEW, () => true)

it('a session as it is comes in', async () => {
  await writeFile(join(source, KEY), '{}')
  await link(join(source, KEY), join(folder, 'a copy that takes no room'))
  expect(await adopt()).toMatchObject({ ok: true, record: { linked: true, lastNumber: '573007915262' } })
  expect(await readdir(root)).toEqual([NEW.sessionName])
})

/** Each would be waited for for ever, or read for ever, or be somebody else's. */
describe.each(['creds.json', KEY])('%s that is no file is not touched and holds nothing up', (name) => {
  const path = () => join(source, name)

  beforeEach(() => rm(path(), { force: true }))

  it.skipIf(posixOnly)('a pipe', async () => {
    execFileSync('mkfifo', [path()])
    expect(await adopt()).toMatchObject({ ok: false, why: 'unusable' })
    expect(await readdir(root)).toEqual([])
  })

  it.skipIf(posixOnly)('a way to a device', async () => {
    await symlink('/dev/zero', path())
    expect(await adopt()).toMatchObject({ ok: false, why: 'unusable' })
  })

  it('a way to a file', async () => {
    await sessionFolder(join(folder, 'other'), '573126809496')
    await writeFile(join(folder, 'other', KEY), '{}')
    await symlink(join(folder, 'other', name), path())
    expect(await adopt()).toMatchObject({ ok: false, why: 'unusable' })
  })

  it('a folder', async () => {
    await mkdir(path())
    expect(await adopt()).toMatchObject({ ok: false, why: 'unusable' })
  })
})

it('values nested deeper than anything of Baileys are refused', async () => {
  await writeFile(join(source, KEY), '['.repeat(1_000_000) + ']'.repeat(1_000_000))
  expect(await adopt()).toMatchObject({ ok: false, why: 'unusable', reason: `${KEY} is not JSON` })
})

it('what lies among the organizations under a draft’s name stays', async () => {
  await mkdir(join(root, `${NEW.sessionName}.new`))
  await writeFile(join(root, `${NEW.sessionName}.new`, 'contabilidad.xls'), 'de otro')
  expect(await adopt()).toMatchObject({ ok: true })
  expect([...(await filesBelow(root)).keys()]).toContain(`${NEW.sessionName}.new/contabilidad.xls`)
})

describe('a folder whose name leads elsewhere by now', () => {
  const backup = () => join(folder, 'backup')

  it.each([
    ['a link to a backup', () => rename(source, backup()).then(() => symlink(backup(), source, 'junction'))],
    ['the backup itself', () => rename(source, join(folder, 'old')).then(() => rename(backup(), source))],
    [
      'a link that led there and now leads to a backup',
      () => unlink(join(folder, 'way')).then(() => symlink(backup(), join(folder, 'way'), 'junction')),
    ],
  ])('is neither offered nor emptied: %s', async (what, replace) => {
    const importer = multiFileImporter(root, new TestVault())
    const way = what.startsWith('a link that led') ? join(folder, 'way') : source
    if (way !== source) await symlink(source, way, 'junction')
    const adopted = await importer.adopt(way, NEW, () => true)
    if (!adopted.ok || !adopted.record.source) throw new Error('not adopted')
    expect(await importer.holds(adopted.record.source)).toBe(true)
    // The same session, for that is what a backup is.
    if (!what.startsWith('a link to')) await cp(source, backup(), { recursive: true })
    await replace()
    const before = await filesBelow(folder)
    expect(await importer.holds(adopted.record.source)).toBe(false)
    expect(await importer.discard(adopted.record.source)).toEqual({ kind: 'changed' })
    expect(await filesBelow(folder)).toEqual(before)
  })

  it('is not followed where it was not noted where it led', async () => {
    const importer = multiFileImporter(root, new TestVault())
    const adopted = await importer.adopt(source, NEW, () => true)
    if (!adopted.ok || !adopted.record.source) throw new Error('not adopted')
    await rename(source, backup())
    await symlink(backup(), source, 'junction')
    expect(await importer.discard({ ...adopted.record.source, place: null })).toEqual({ kind: 'changed' })
    expect(await readdir(backup())).toEqual(['creds.json'])
  })
})
