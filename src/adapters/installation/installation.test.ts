import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { generationFolder, openAuthStore } from '../store/auth-store.ts'
import { installationOf } from './installation.ts'
import { organizationFolder, organizationFolders } from '../folders/organization-folders.ts'
import { sealerOf } from './sealer.ts'
import { TestVault } from '../test-support/test-vault.ts'

const MINE = '8d0c1f9e-7a44-4b0b-9d53-5f0a2c6e1b77'
const OTHERS = '11111111-7a44-4b0b-9d53-5f0a2c6e1b77'

let folder: string
let root: string
const vault = new TestVault()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-installation-'))
  root = join(folder, 'organizations')
})

afterEach(() => rm(folder, { recursive: true }))

const read = async () => (await installationOf(folder, () => sealerOf(root, vault))).id

async function sealed(id: string, installation: string, by: TestVault): Promise<void> {
  const record = recordWith({ id, sessionName: `org_${id}`, installation })
  await organizationFolders(root).create(record)
  const place = { organizationId: id, generation: 1, linked: false }
  const opened = await openAuthStore(generationFolder(organizationFolder(root, `org_${id}`), 1), place, by)
  if (!opened.ok) throw new Error(opened.cause.code)
  opened.store.close()
}

describe('the name of this installation', () => {
  it('is made once', async () => {
    const made = await read()
    expect(made).toMatch(/^[0-9a-f-]{36}$/)
    expect(await read()).toBe(made)
  })

  it.each([
    ['empty', ''],
    ['zeroed', '\0'.repeat(37)],
    ['half there', MINE.slice(0, 10)],
    ['gone', null],
  ])('that is %s is found in what was sealed here, so that nothing stops', async (_what, text) => {
    await sealed('a', OTHERS, new TestVault())
    await sealed('b', OTHERS, new TestVault())
    await sealed('c', MINE, vault)
    if (text !== null) await writeFile(join(folder, 'installation-id'), text)
    expect(await read()).toBe(MINE)
    expect((await readFile(join(folder, 'installation-id'), 'utf8')).trim()).toBe(MINE)
  })

  it('is not taken from what another computer has sealed', async () => {
    await sealed('a', OTHERS, new TestVault())
    expect(await read()).not.toBe(OTHERS)
  })

  it('that cannot be read is set aside and said, and found in what was sealed here', async () => {
    await sealed('a', MINE, vault)
    await mkdir(join(folder, 'installation-id'))
    expect(await installationOf(folder, () => sealerOf(root, vault))).toEqual({
      id: MINE,
      setAside: join(folder, 'installation-id.damaged-1'),
    })
  })
})
