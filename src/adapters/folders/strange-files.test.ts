import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { LINKS, NO_FILES, THEIRS } from '../test-support/strange-files.ts'
import { lockFolder } from './folder-lock.ts'
import { noteOwner, ownerOf } from './folder-owner.ts'
import { Forgotten } from './forgotten.ts'
import { installationOf } from '../installation/installation.ts'
import { organizationFolders } from './organization-folders.ts'

let root: string
let folder: string
let target: string
const record = recordWith({})

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-strange-'))
  folder = join(root, 'org_shop1')
  target = join(root, 'theirs')
  await writeFile(target, THEIRS)
})

afterEach(() => rm(root, { recursive: true }))

async function expectTheirs(): Promise<void> {
  expect(await readFile(target, 'utf8')).toBe(THEIRS)
  await expect(lstat(`${target}-nowhere`)).rejects.toThrow('ENOENT')
}

async function isHeld(): Promise<boolean> {
  const lock = await lockFolder(folder)
  if (lock.ok) lock.release()
  return !lock.ok && lock.cause.code === 'folder-in-use'
}

describe.each(Object.entries({ ...LINKS, ...NO_FILES }))('%s', (_what, make) => {
  it('instead of the lock is no lock: the folder is held all the same', async () => {
    await mkdir(folder)
    await make(join(folder, 'organization.lock'), target)
    const lock = await lockFolder(folder)
    expect(lock).toMatchObject({ ok: true })
    expect(await isHeld()).toBe(true)
    if (lock.ok) lock.release()
    expect(await isHeld()).toBe(false)
    await expectTheirs()
  })

  it("instead of the owner's note is replaced, or no note is made", async () => {
    await mkdir(folder)
    await make(join(folder, 'owner.json'), target)
    expect(ownerOf(folder)).toBeNull()
    noteOwner(folder)
    expect(ownerOf(folder)).toMatchObject({ pid: String(process.pid) })
    await expectTheirs()
  })

  it.each(['organization.json', 'organization.copy.json', 'organization.json.new'])(
    'instead of %s is not written to, and the organization is found by the other',
    async (name) => {
      const folders = organizationFolders(root)
      await folders.create(record)
      await rm(join(folder, name), { force: true })
      await make(join(folder, name), target)
      expect(await folders.list(new Set())).toMatchObject([{ kind: 'organization', record }])
      const renamed = { ...record, name: 'Óptica Nueva' }
      expect(await folders.write(renamed)).toEqual({ ok: true })
      expect(await folders.list(new Set())).toMatchObject([{ kind: 'organization', record: renamed }])
      await expectTheirs()
    },
  )

  it('instead of both is said, and hides no other', async () => {
    const folders = organizationFolders(root)
    await folders.create(record)
    await mkdir(join(root, 'org_strange'))
    await make(join(root, 'org_strange', 'organization.json'), target)
    await make(join(root, 'org_strange', 'organization.copy.json'), target)
    expect(await folders.list(new Set())).toMatchObject([
      { kind: 'organization', record },
      { kind: 'unreadable', folder: 'org_strange' },
    ])
    await expectTheirs()
  })

  it('instead of the list of the forgotten is replaced', async () => {
    await make(join(root, 'forgotten.json'), target)
    const forgotten = new Forgotten(root)
    expect(await forgotten.among(['a'])).toEqual(new Set())
    await forgotten.add(['a'])
    expect(await forgotten.among(['a'])).toEqual(new Set(['a']))
    await expectTheirs()
  })

  it("instead of the installation's name is set aside and said, and the name found again", async () => {
    await make(join(root, 'installation-id'), target)
    const known = '8d0c1f9e-7a44-4b0b-9d53-5f0a2c6e1b77'
    const { id, setAside } = await installationOf(root, () => Promise.resolve(known))
    expect(id).toBe(known)
    expect(setAside).toBe(join(root, 'installation-id.damaged-1'))
    expect(await installationOf(root, () => Promise.resolve(null))).toEqual({ id: known, setAside: null })
    await expectTheirs()
    expect(await readdir(root)).toContain('theirs')
  })
})
