import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeModules, root } from './paths.mjs'

/**
 * Proves that the guards bite. A small source tree is put beside copies of the real settings of oxlint and TypeScript:
 * one file for every kind of import that must not be, and one for every kind that may.
 */
const ALLOWED = [
  ['src/contract/a.ts', './b.ts'],
  ['src/text/a.ts', '../contract/a.ts'],
  ['src/text/b.ts', 'libphonenumber-js/min'],
  ['src/engine/a.ts', '../contract/a.ts'],
  ['src/engine/ports.ts', './a.ts'],
  ['src/engine/record.ts', './a.ts'],
  ['src/adapters/a.ts', '../engine/ports.ts'],
  ['src/adapters/b.ts', '../engine/record.ts'],
  ['src/adapters/c.ts', 'node:fs'],
  ['src/adapters/electron-a.ts', 'electron'],
  ['src/adapters/baileys-a.ts', '@whiskeysockets/baileys'],
  ['src/simulator/a.ts', '@whiskeysockets/baileys'],
  ['src/simulator/b.ts', '../contract/a.ts'],
  ['src/main/a.ts', 'node:fs'],
  ['src/main/b.ts', '../engine/a.ts'],
  ['src/main/c.ts', '../adapters/a.ts'],
  ['src/main/d.ts', '../simulator/a.ts'],
  ['src/preload/b.ts', '../contract/a.ts'],
  ['src/renderer/a.ts', '../text/a.ts'],
  ['src/renderer/features/a/a.ts', '../../a.ts'],
  ['src/engine/a.test.ts', '../adapters/a.ts'],
  ['src/engine/test-support/a.ts', '../../adapters/a.ts'],
] as const

const FORBIDDEN = [
  ['src/contract/x1.ts', '../engine/a.ts'],
  ['src/contract/x2.ts', 'zod'],
  ['src/contract/x3.ts', 'node:fs'],
  ['src/text/x1.ts', '../engine/a.ts'],
  ['src/text/x2.ts', 'node:fs'],
  ['src/text/x3.ts', 'zod'],
  ['src/engine/x1.ts', '../adapters/a.ts'],
  ['src/engine/x2.ts', 'node:fs'],
  ['src/engine/x3.ts', 'electron'],
  ['src/engine/x4.ts', '@whiskeysockets/baileys'],
  ['src/engine/deep/x5.ts', '../../text/a.ts'],
  ['src/adapters/x1.ts', '../main/a.ts'],
  ['src/adapters/x2.ts', '../engine/a.ts'],
  ['src/adapters/x3.ts', 'electron'],
  ['src/adapters/x4.ts', '@whiskeysockets/baileys'],
  ['src/adapters/x5.ts', '@whiskeysockets/baileys/lib/Types/index.js'],
  ['src/adapters/electron-x.ts', '@whiskeysockets/baileys'],
  ['src/adapters/baileys-x.ts', 'electron'],
  ['src/simulator/x1.ts', '../engine/a.ts'],
  ['src/simulator/x2.ts', 'electron'],
  ['src/main/x1.ts', '../renderer/a.ts'],
  ['src/main/x2.ts', '../preload/b.ts'],
  ['src/main/x3.ts', '@whiskeysockets/baileys'],
  ['src/preload/x1.ts', '../engine/a.ts'],
  ['src/preload/x2.ts', 'node:fs'],
  ['src/preload/x3.ts', 'zod'],
  ['src/renderer/x1.ts', '../engine/a.ts'],
  ['src/renderer/x2.ts', 'electron'],
  ['src/renderer/x3.ts', 'node:fs'],
  ['src/renderer/x4.ts', 'zod'],
  ['src/renderer/features/x/x5.ts', '../../../main/a.ts'],
] as const

/** Other things that must not be, each with the rule that says so. */
const FORBIDDEN_CODE = [
  ['src/renderer/y1.ts', 'no-restricted-properties', 'export const bridge = window.enlace'],
  ['src/renderer/y2.ts', 'no-restricted-properties', 'export const bridge = globalThis.enlace'],
  ['src/renderer/y3.ts', 'no-restricted-globals', 'export const bridge = enlace'],
  ['src/preload/y4.ts', 'no-restricted-imports', "import { app } from 'electron'\nexport const a = app"],
  [
    'src/main/y5.ts',
    'no-restricted-imports',
    "import { ipcRenderer } from 'electron'\nexport const a = ipcRenderer",
  ],
  ['src/engine/index.ts', 'no-barrel-file', "export * from './a.ts'\nexport * from './ports.ts'"],
  ['src/engine/y6.ts', 'no-cycle', "import { y7 } from './y7.ts'\nexport const y6 = () => y7"],
  ['src/engine/y7.ts', 'no-cycle', "import { y6 } from './y6.ts'\nexport const y7 = () => y6"],
  ['src/engine/y8.ts', 'no-floating-promises', 'export function y8() {\n  Promise.resolve()\n}'],
  ['src/engine/y9.ts', 'no-cycle', "import type { Y10 } from './y10.ts'\nexport type Y9 = Y10 | null"],
  ['src/engine/y10.ts', 'no-cycle', "import type { Y9 } from './y9.ts'\nexport type Y10 = Y9[]"],
] as const

const ALLOWED_CODE = [
  ['src/contract/b.ts', 'export const a = 1'],
  ['src/main/e.ts', "import { app } from 'electron'\nexport const a = app"],
  ['src/renderer/store.ts', 'declare const window: { enlace: string }\nexport const bridge = window.enlace'],
  [
    'src/preload/a.ts',
    "import { contextBridge, ipcRenderer } from 'electron'\nexport const a = [contextBridge, ipcRenderer]",
  ],
] as const

const LAYERS = ['contract', 'text', 'engine', 'adapters', 'simulator', 'main', 'preload', 'renderer']

/**
 * What TypeScript refuses too, whatever the linter is told: layers by the projects' references, Node by their types. It
 * does not tell packages nor files of one layer apart, and the types of Electron bring Node's with them.
 */
const REFUSED_BY_TYPESCRIPT = FORBIDDEN.filter(
  ([file, from]) =>
    (from.startsWith('../') && !(file.startsWith('src/adapters/') && from.startsWith('../engine/'))) ||
    (from.startsWith('node:') && !file.startsWith('src/preload/')),
)

let tree: string

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'enlace-architecture-'))
  for (const settings of globSync(['.oxlintrc.json', 'tsconfig.base.json', 'src/*/tsconfig.json'], {
    cwd: root,
  })) {
    cpSync(path.join(root, settings), path.join(tree, settings))
  }
  symlinkSync(nodeModules, path.join(tree, 'node_modules'))
  for (const [file, from] of ALLOWED) write(file, importing(from))
  for (const [file, code] of ALLOWED_CODE) write(file, code)
})

afterAll(() => rmSync(tree, { recursive: true }))

describe('what is allowed', () => {
  it('builds', () => {
    expect(tsc('--build', 'src/main', 'src/preload')).toBe('')
  })

  it('passes the linter', () => {
    expect([...lint()]).toEqual([])
  })
})

describe('what is forbidden', () => {
  it('does not build', () => {
    for (const [file, from] of REFUSED_BY_TYPESCRIPT) write(file, importing(from))
    const errors = LAYERS.flatMap((layer) => tsc('--project', `src/${layer}`).split('\n'))
    const refused = errors.flatMap((error) => /^(\S+)\(1,\d+\): error /.exec(error)?.[1] ?? [])
    expect(refused).toEqual(expect.arrayContaining(REFUSED_BY_TYPESCRIPT.map(([file]) => file)))
  })

  describe('does not pass the linter', () => {
    let complaints: ReadonlyMap<string, string>

    beforeAll(() => {
      for (const [file, from] of FORBIDDEN) write(file, importing(from))
      for (const [file, , code] of FORBIDDEN_CODE) write(file, code)
      complaints = lint()
    })

    it.each(FORBIDDEN)('%s importing %s', (file) => {
      expect(complaints.get(file)).toContain('(no-restricted-imports)')
    })

    it.each(FORBIDDEN_CODE)('%s, by the rule %s', (file, rule) => {
      expect(complaints.get(file)).toContain(`(${rule})`)
    })
  })
})

function write(file: string, code: string) {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  writeFileSync(path.join(tree, file), `${code}\n`)
}

function importing(from: string) {
  return `import * as a from '${from}'\nexport const b = a`
}

/** The rules that each file breaks. */
function lint() {
  const { diagnostics } = JSON.parse(run('oxlint/bin/oxlint', '--format', 'json')) as {
    diagnostics: { filename: string; code: string }[]
  }
  const rules = Map.groupBy(diagnostics, ({ filename }) => filename)
  return new Map([...rules].map(([file, found]) => [file, found.map(({ code }) => code).join()]))
}

function tsc(...args: string[]) {
  return run('typescript/bin/tsc', ...args)
}

function run(program: string, ...args: string[]) {
  const { stdout } = spawnSync(process.execPath, [path.join(nodeModules, program), ...args], {
    cwd: tree,
    encoding: 'utf8',
  })
  return stdout
}
