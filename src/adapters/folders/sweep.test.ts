import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordWith } from '../../engine/test-support/records.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { writeRecord } from '../records/record-file.ts'
import { openLastingShop } from '../test-support/lasting-shop.ts'

const SETTINGS = { quarantineMs: 3_600_000, snapshotMs: 86_400_000, cleanAfterMs: null, sessionPrefix: 'org' }
const LONG_AGO = new Date(Date.now() - 3_600_000)

let folder: string
let root: string
let simulator: Simulator

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-sweep-'))
  root = join(folder, 'organizations')
  simulator = await startSimulator()
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true })
})

/** What a kill leaves between a record and the deletions that follow from it. */
async function leftovers(installation: string | null): Promise<string> {
  const path = join(root, 'org_shop1')
  await mkdir(path, { recursive: true })
  const aside = { generation: 2, clearedAt: Date.now(), linked: true, number: null, lid: null, ended: false }
  await writeRecord(path, recordWith({ generation: 3, nextGeneration: 4, installation, quarantine: [aside] }))
  await keys(path, 'g1', 'g1.new', 'g2', 'g2.new', 'g3', 'g4')
  return path
}

async function keys(path: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(path, name), { recursive: true })
    await writeFile(join(path, name, 'auth.db'), 'keys')
  }
}

async function settle(): Promise<void> {
  const shop = await openLastingShop(folder, simulator.url)
  await shop.supervisor.settle(SETTINGS)
  await shop.supervisor.end()
}

const generations = async (path: string) => (await readdir(path)).filter((name) => name.startsWith('g'))

it('generations that no record names are deleted, and no others', async () => {
  const path = await leftovers(null)
  await settle()
  expect(await generations(path)).toEqual(['g2', 'g3', 'g4'])
})

it("nothing is deleted from another computer's folder", async () => {
  const path = await leftovers('another-installation')
  await settle()
  expect(await generations(path)).toEqual(['g1', 'g1.new', 'g2', 'g2.new', 'g3', 'g4'])
})

it('drafts that nobody works on are deleted where nothing of anybody else lies in them', async () => {
  await keys(root, 'org_gone.new/g1', 'org_now.new/g1', 'mine.new/g1')
  await writeFile(join(root, 'mine.new', 'letter.txt'), '')
  for (const name of ['org_gone.new', 'mine.new']) await utimes(join(root, name), LONG_AGO, LONG_AGO)
  await settle()
  expect((await readdir(root)).toSorted()).toEqual(['mine.new', 'org_now.new'])
})
