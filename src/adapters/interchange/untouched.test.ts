import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrganizationRecord } from '../../engine/record.ts'
import { fileVault } from '../test-support/file-vault.ts'
import { filesBelow } from '../test-support/linked-folder.ts'
import { isBaileysFile } from './baileys-file-names.ts'
import { multiFileImporter } from './baileys-folder.ts'
import { type Errand, ERRANDS, interrupt, run } from './test-support/errand.ts'
import { addCustomers, NEW, sessionFolder } from './test-support/session-folder.ts'

/**
 * Enlace changes and deletes only what it made itself, and where a session came from what Baileys wrote: whatever else
 * lies there, whatever it is called, and however far Enlace comes.
 */
const CUSTOMERS = 12
const { sessionName } = NEW
const NAMES = [
  sessionName,
  `${sessionName}-2`,
  `${sessionName}.new`,
  `${sessionName}.new-0123456789abcdef`,
  `${sessionName}.new-0123456789abcde`,
  'exports.json',
  'creds.json.bak',
  'session-notes.json',
  'pre-key-7.json',
  'lid-mapping-573000000001.json',
  'notas.txt',
  '.new',
]
const KINDS = [
  'file',
  'folder',
  'empty folder',
  'link to a file',
  'link to a folder',
  'link to nowhere',
] as const
type Kind = (typeof KINDS)[number]

interface Stranger {
  readonly where: 'target' | 'source' | 'organizations'
  readonly name: string
  readonly kind: Kind
}

const stranger = fc.record<Stranger>({
  where: fc.constantFrom('target', 'source', 'organizations'),
  name: fc.constantFrom(...NAMES),
  kind: fc.constantFrom(...KINDS),
})

interface Scene {
  readonly errand: Errand
  readonly strangers: readonly Stranger[]
  /** What has become of the folder that the session came from. */
  readonly source: 'as it was' | 'a link to a backup' | 'gone'
}

const scene = fc.record<Scene>({
  errand: fc.constantFrom(...ERRANDS),
  strangers: fc.array(stranger, { maxLength: 8 }),
  source: fc.constantFrom('as it was', 'as it was', 'a link to a backup', 'gone'),
})

let pattern: string

beforeAll(async () => {
  pattern = await mkdtemp(join(tmpdir(), 'enlace-pattern-'))
  await sessionFolder(pattern)
  await addCustomers(pattern, CUSTOMERS)
})

afterAll(() => rm(pattern, { recursive: true }))

/** A computer on which all that may be. */
class Stage {
  readonly #folder: string
  readonly root: string
  readonly source: string
  readonly target: string
  record: OrganizationRecord | null = null

  private constructor(folder: string) {
    this.#folder = folder
    this.root = join(folder, 'enlace', 'organizations')
    this.source = join(folder, 'source')
    this.target = join(folder, 'target')
  }

  static async set({ errand, strangers, source }: Scene): Promise<Stage> {
    const stage = new Stage(await mkdtemp(join(tmpdir(), 'enlace-untouched-')))
    await mkdir(stage.root, { recursive: true })
    await mkdir(stage.target)
    await mkdir(join(stage.#folder, 'elsewhere'))
    await writeFile(join(stage.#folder, 'elsewhere', 'creds.json'), 'precious')
    await cp(pattern, stage.source, { recursive: true })
    if (errand !== 'adopt') {
      const adopted = await stage.importer().adopt(stage.source, NEW, () => true)
      if (!adopted.ok) throw new Error('not adopted')
      stage.record = adopted.record
    }
    for (const each of strangers) await stage.#bring(each)
    if (source !== 'as it was') await rename(stage.source, join(stage.#folder, 'backup'))
    if (source === 'a link to a backup') await symlink(join(stage.#folder, 'backup'), stage.source)
    return stage
  }

  importer() {
    return multiFileImporter(this.root, fileVault(join(this.root, '..')))
  }

  /** Everything that is there but for what Baileys has made where the session came from. */
  async foreign(): Promise<ReadonlyMap<string, string>> {
    const files = await filesBelow(this.#folder)
    return new Map(
      [...files].flatMap(([path, bytes]) => {
        const [, name] = /^source\/([^/]*)$/.exec(path) ?? []
        const isBaileys = name === '' || (name !== undefined && isBaileysFile(name))
        return isBaileys ? [] : [[path, bytes.toString('base64')] as const]
      }),
    )
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #bring({ where, name, kind }: Stranger): Promise<void> {
    const folder = { target: this.target, source: this.source, organizations: this.root }[where]
    const path = join(folder, name)
    // Enlace's own, or what Baileys has written.
    if ((await readdir(folder)).includes(name)) return
    if (where === 'source' && kind === 'file' && isBaileysFile(name)) return
    const elsewhere = join(this.#folder, 'elsewhere')
    switch (kind) {
      case 'file':
        return writeFile(path, 'de otro')
      case 'folder':
        await mkdir(path)
        return writeFile(join(path, 'creds.json'), 'de otro')
      case 'empty folder':
        return mkdir(path)
      case 'link to a file':
        return symlink(join(elsewhere, 'creds.json'), path)
      case 'link to a folder':
        return symlink(elsewhere, path)
      case 'link to nowhere':
        return symlink(join(elsewhere, 'nothing'), path)
    }
  }
}

/** What was there before is there afterwards, as it was; and no draft is left. */
async function expectUntouched(set: Scene, act: (stage: Stage) => Promise<void> | void): Promise<void> {
  const stage = await Stage.set(set)
  try {
    const before = await stage.foreign()
    await act(stage)
    await stage.importer().sweepExports()
    const after = await stage.foreign()
    for (const [path, bytes] of before) {
      expect([after.get(path), after.get(setAside(path))], path).toContain(bytes)
    }
    const drafts = (await readdir(stage.target)).filter((name) => /\.new-[0-9a-f]{16}$/.test(name))
    expect(drafts.filter((name) => !NAMES.includes(name))).toEqual([])
  } finally {
    await stage.remove()
  }
}

/** What has the name of Enlace's own notes is renamed. */
function setAside(path: string): string {
  return path.replace('organizations/exports.json', 'organizations/exports.damaged-1.json')
}

const places = ({ source, target }: Stage) => ({ source, target })
/** No errand on so small a session makes more changes. */
const CHANGES_AT_MOST = 40

describe('what Enlace has not made stays as it is', () => {
  it('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(scene, (set) =>
        expectUntouched(set, (stage) => run(stage.importer(), set.errand, places(stage), stage.record)),
      ),
      { numRuns: 30 },
    )
  })

  it('when the disk refuses from some moment on', async () => {
    const at = fc.integer({ min: 1, max: CHANGES_AT_MOST })
    await fc.assert(
      fc.asyncProperty(scene, at, fc.constantFrom('ENOSPC', 'EACCES', 'EIO'), (set, from, code) =>
        expectUntouched(set, async (stage) => {
          const restore = interrupt(from, () => Promise.reject(Object.assign(new Error(code), { code })))
          await run(stage.importer(), set.errand, places(stage), stage.record).finally(restore)
        }),
      ),
      { numRuns: 30 },
    )
  })

  it('when the process is killed', async () => {
    const at = fc.integer({ min: 1, max: CHANGES_AT_MOST })
    const script = join(import.meta.dirname, 'test-support', 'errand-process.ts')
    let killed = 0
    await fc.assert(
      fc.asyncProperty(scene, at, (set, from) =>
        expectUntouched(set, ({ root, source, target }) => {
          const given = [root, source, target, set.errand, String(from)]
          const ended = spawnSync(process.execPath, ['--no-warnings', script, ...given])
          const wasKilled = ended.signal === 'SIGKILL'
          if (wasKilled) killed += 1
          expect([String(ended.stdout), String(ended.stderr)]).toEqual([wasKilled ? '' : 'done', ''])
        }),
      ),
      { numRuns: 10 },
    )
    expect(killed).toBeGreaterThan(0)
  })
})
