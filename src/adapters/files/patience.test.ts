import fsPromises, { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { parseOrganization, printOrganization } from '../records/organization-file.ts'
import { organizationFolders } from '../folders/organization-folders.ts'
import { patiently } from './patience.ts'

let root: string
const real = fsPromises.open

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enlace-patience-'))
})

afterEach(async () => {
  holdRecordFor(0)
  await rm(root, { recursive: true })
})

/** Another program has `organization.json` open for so many reads. */
function holdRecordFor(reads: number): void {
  let left = reads
  Reflect.set(fsPromises, 'open', (path: string, ...rest: unknown[]): unknown => {
    if (path.endsWith('organization.json') && left > 0) {
      left -= 1
      return Promise.reject(held())
    }
    const opened: unknown = Reflect.apply(real, fsPromises, [path, ...rest])
    return opened
  })
  syncBuiltinESMExports()
}

function held(): Error {
  return Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' })
}

describe('what another program holds', () => {
  const record = recordWith({ generation: 2, nextGeneration: 3 })

  beforeEach(async () => {
    await organizationFolders(root).create(record)
    // As a crash between the two writes leaves it.
    const older = printOrganization({ ...record, generation: 1 })
    await writeFile(join(root, 'org_shop1', 'organization.copy.json'), older)
  })

  it('for a moment is waited for', async () => {
    holdRecordFor(3)
    expect(await organizationFolders(root).list(new Set())).toMatchObject([{ kind: 'organization', record }])
  })

  it('all the time is said, and its older copy is not put in its place', async () => {
    holdRecordFor(1_000)
    expect(await organizationFolders(root).list(new Set())).toMatchObject([{ kind: 'unreadable' }])
    holdRecordFor(0)
    expect(await readdir(join(root, 'org_shop1'))).not.toContain('organization.damaged.json')
    const text = await readFile(join(root, 'org_shop1', 'organization.json'), 'utf8')
    expect(parseOrganization(text)).toEqual({ ok: true, record })
  })
})

it('what is refused for good is refused at once', async () => {
  let tries = 0
  const refusal = patiently(() => {
    tries += 1
    return Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' }))
  })
  await expect(refusal).rejects.toThrow('no')
  expect(tries).toBe(1)
})
