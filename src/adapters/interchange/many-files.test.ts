import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TestVault } from '../test-support/test-vault.ts'
import { multiFileImporter } from './baileys-folder.ts'
import { LIMITS } from './limits.ts'
import { addCustomers, NEW, sessionFolder } from './test-support/session-folder.ts'

const CUSTOMERS = 12_500
/** Node itself, its threads and its modules. */
const HANDLES_ALLOWED = 256
/** Milliseconds of computing in one go. Whatever is sliced takes 10; the rest is for what the process does besides. */
const IMPORT_TURN_MS = 150
/** Before it, the store is opened and checked. */
const EXPORT_TURN_MS = 400

const took = z.object({
  adopted: z.boolean(),
  files: z.number(),
  handles: z.number(),
  importing: z.number(),
  exporting: z.number(),
})

let folder: string
let source: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-many-'))
  source = join(folder, 'server')
  await sessionFolder(source)
})

afterEach(() => rm(folder, { recursive: true }))

it.skipIf(process.platform !== 'linux')(
  'a shop of ten years comes in and goes out where few files may be open, and holds nobody up',
  async () => {
    await addCustomers(source, CUSTOMERS)
    const target = join(folder, 'target')
    await mkdir(target)
    const script = join(import.meta.dirname, 'test-support', 'many-files-process.ts')
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `ulimit -n ${HANDLES_ALLOWED} && exec "$0" "$@"`,
      process.execPath,
      '--no-warnings',
      script,
      join(folder, 'enlace', 'organizations'),
      source,
      target,
    ])
    const { importing, exporting, handles, ...rest } = took.parse(JSON.parse(stdout))
    expect(rest).toEqual({ adopted: true, files: CUSTOMERS + 1 })
    expect(handles).toBeLessThan(HANDLES_ALLOWED / 2)
    expect(importing).toBeLessThan(IMPORT_TURN_MS)
    expect(exporting).toBeLessThan(EXPORT_TURN_MS)
  },
)

describe('what is more than any session', () => {
  it.each([
    [
      'credentials of 50 MB',
      () => writeFile(join(source, 'creds.json'), `"${'a'.repeat(50_000_000)}"`),
      LIMITS,
    ],
    [
      'a key of 50 MB',
      () => writeFile(join(source, 'session-57300.0.json'), `"${'a'.repeat(50_000_000)}"`),
      LIMITS,
    ],
    ['too many files', () => addCustomers(source, 501), { ...LIMITS, files: 500 }],
    ['too much altogether', () => addCustomers(source, 500), { ...LIMITS, bytes: 5_000 }],
  ])('is refused, and nothing of it stays: %s', async (_what, make, limits) => {
    await make()
    const root = join(folder, 'organizations')
    await mkdir(root)
    const outcome = await multiFileImporter(root, new TestVault(), limits).adopt(source, NEW, () => true)
    expect(outcome).toMatchObject({ ok: false, why: 'too-large' })
    expect(await readdir(root)).toEqual([])
  })
})
