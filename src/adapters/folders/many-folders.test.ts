import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { openLastingShop } from '../test-support/lasting-shop.ts'
import { manyFolders, openings } from './test-support/many-folders.ts'

const ORGANIZATIONS = 40
const JUNK = 60

let folder: string
let root: string
let simulator: Simulator

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-many-'))
  root = join(folder, 'organizations')
  simulator = await startSimulator()
})

afterEach(async () => {
  vi.useRealTimers()
  await simulator.stop()
  await rm(folder, { recursive: true })
})

/** Everything that a look has to decide about, and what a person is told of it. */
async function everyKind(): Promise<readonly string[]> {
  await manyFolders(root, ORGANIZATIONS, JUNK)
  await cp(join(root, 'org_1'), join(root, 'org_copy'), { recursive: true })
  await mkdir(join(root, 'broken'))
  await writeFile(join(root, 'broken', 'organization.json'), '{"half":')
  await mkdir(join(root, '7'))
  await writeFile(join(root, '7', 'creds.json'), '{"half":')
  await writeFile(join(root, 'forgotten.json'), JSON.stringify({ folders: ['junk-1'] }))
  const junk = Array.from({ length: JUNK }, (_, n) => `junk-${n}`)
  return ['7', 'broken', ...junk, 'org_copy'].toSorted()
}

// How long it takes with thousands of them is measured by `npm run soak`.
it('a look at folders in which nothing has changed opens none of them', async () => {
  const told = await everyKind()
  // What was changed this very moment might change again without showing.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  const { supervisor } = await openLastingShop(folder, simulator.url)
  const shown = () => supervisor.notices.map((notice) => ('folder' in notice ? notice.folder : '')).toSorted()
  expect(supervisor.views(() => '')).toHaveLength(ORGANIZATIONS)
  for (let look = 0; look < 3; look += 1) await supervisor.check()
  expect(shown()).toEqual(told)

  const { paths, end } = openings()
  for (let look = 0; look < 3; look += 1) await supervisor.check()
  end()
  expect(paths).toEqual([root, root, root])
  expect(shown()).toEqual(told)
  await supervisor.end()
})
