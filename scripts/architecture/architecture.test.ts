import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeModules, root } from '../paths.mjs'
import { FILES, LAYERS, OPENS_FILES } from './doors.mjs'
import { drawing } from './drawing.mjs'
import { readHouse } from './house.mjs'
import { lintDoors } from './lint-doors.mjs'

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
  ['src/engine/session/a.ts', '../ports.ts'],
  ['src/engine/keeping/a.ts', '../session/a.ts'],
  ['src/adapters/files/a.ts', '../../engine/ports.ts'],
  ['src/adapters/store/a.ts', '../files/a.ts'],
  ['src/adapters/files/c.ts', 'node:fs'],
  ['src/adapters/desktop/a.ts', 'electron'],
  ['src/adapters/whatsapp/a.ts', '@whiskeysockets/baileys'],
  ['src/simulator/a.ts', '@whiskeysockets/baileys'],
  ['src/simulator/b.ts', '../contract/a.ts'],
  ['src/main/a.ts', 'node:path'],
  ['src/main/window/security.ts', 'node:fs/promises'],
  ['src/adapters/passkey/browser-finder.ts', 'node:fs/promises'],
  ['src/main/b.ts', '../engine/keeping/a.ts'],
  ['src/main/c.ts', '../adapters/files/a.ts'],
  ['src/main/d.ts', '../simulator/a.ts'],
  ['src/main/f.ts', './window/a.ts'],
  ['src/main/window/a.ts', 'node:path'],
  ['src/preload/b.ts', '../contract/a.ts'],
  ['src/renderer/a.ts', '../text/a.ts'],
  ['src/renderer/features/a/a.ts', '../../a.ts'],
  ['src/engine/a.test.ts', '../adapters/files/a.ts'],
  ['src/engine/test-support/a.ts', '../../adapters/files/a.ts'],
  ['src/engine/session/test-support/a.ts', '../../keeping/a.ts'],
] as const

const FORBIDDEN = [
  ['src/contract/x1.ts', '../engine/a.ts'],
  ['src/contract/x2.ts', 'zod'],
  ['src/contract/x3.ts', 'node:fs'],
  ['src/text/x1.ts', '../engine/a.ts'],
  ['src/text/x2.ts', 'node:fs'],
  ['src/text/x3.ts', 'zod'],
  ['src/engine/x1.ts', '../adapters/files/a.ts'],
  ['src/engine/x2.ts', 'node:fs'],
  ['src/engine/x3.ts', 'electron'],
  ['src/engine/x4.ts', '@whiskeysockets/baileys'],
  ['src/engine/x6.ts', './session/a.ts'],
  ['src/engine/session/x5.ts', '../../text/a.ts'],
  ['src/engine/session/x7.ts', '../keeping/a.ts'],
  ['src/engine/session/x8.ts', 'node:fs'],
  ['src/engine/pin/x9.ts', '../session/a.ts'],
  ['src/adapters/files/x1.ts', '../../main/a.ts'],
  ['src/adapters/files/x2.ts', '../../engine/session/a.ts'],
  ['src/adapters/files/x3.ts', 'electron'],
  ['src/adapters/files/x4.ts', '@whiskeysockets/baileys'],
  ['src/adapters/files/x5.ts', '@whiskeysockets/baileys/lib/Types/index.js'],
  ['src/adapters/files/x6.ts', '../store/a.ts'],
  ['src/adapters/store/x7.ts', 'ws'],
  ['src/adapters/store/x8.ts', '../whatsapp/a.ts'],
  ['src/adapters/desktop/x9.ts', '@whiskeysockets/baileys'],
  ['src/adapters/whatsapp/x10.ts', 'electron'],
  ['src/adapters/whatsapp/x11.ts', '../desktop/a.ts'],
  ['src/adapters/folders/x12.ts', 'node:fs'],
  ['src/adapters/folders/x13.ts', 'node:fs/promises'],
  ['src/adapters/passkey/browser-finder-x14.ts', 'node:fs/promises'],
  ['src/main/x6.ts', 'node:fs/promises'],
  ['src/main/window/x7.ts', 'node:fs'],
  ['src/simulator/x1.ts', '../engine/a.ts'],
  ['src/simulator/x2.ts', 'electron'],
  ['src/main/x1.ts', '../renderer/a.ts'],
  ['src/main/x2.ts', '../preload/b.ts'],
  ['src/main/x3.ts', '@whiskeysockets/baileys'],
  ['src/main/window/x4.ts', '../a.ts'],
  ['src/main/window/x5.ts', '../ipc/a.ts'],
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

/**
 * What TypeScript refuses too, whatever the linter is told: layers by the projects' references, Node by their types. It
 * does not tell packages, nor rooms of a layer that may be seen, and the types of Electron bring Node's with them.
 */
const REFUSED_BY_TYPESCRIPT = FORBIDDEN.filter(
  ([file, from]) =>
    (layerOf(file) !== layerOf(path.posix.join(path.posix.dirname(file), from)) &&
      from.startsWith('../') &&
      !from.includes('/engine/')) ||
    (from.startsWith('node:') && !/^src\/(preload|adapters|main)\//.test(file)),
)

const SETTINGS = ['.oxlintrc.json', 'scripts/architecture/doors.oxlintrc.json', 'tsconfig.base.json']

let tree: string

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'enlace-architecture-'))
  for (const settings of globSync([...SETTINGS, 'src/*/tsconfig.json'], { cwd: root })) {
    mkdirSync(path.dirname(path.join(tree, settings)), { recursive: true })
    cpSync(path.join(root, settings), path.join(tree, settings))
  }
  symlinkSync(nodeModules, path.join(tree, 'node_modules'))
  for (const [file, from] of ALLOWED) write(file, importing(from))
  for (const [file, code] of ALLOWED_CODE) write(file, code)
})

afterAll(() => rmSync(tree, { recursive: true }))

describe('the plan of the house', () => {
  it('is what the linter is told; "npm run doors" tells it anew', () => {
    expect(json('scripts/architecture/doors.oxlintrc.json')).toEqual(lintDoors())
  })

  it.each(Object.entries(LAYERS))("is what TypeScript's references say of %s", (layer, { layers }) => {
    const { references = [] } = json(`src/${layer}/tsconfig.json`) as { references?: { path: string }[] }
    expect(references.map((reference) => path.basename(reference.path)).toSorted(byName)).toEqual(
      layers.toSorted(byName),
    )
  })

  it.each(Object.entries(LAYERS).filter(([, { rooms }]) => Object.keys(rooms).length > 0))(
    'names every room of %s',
    (layer, { rooms }) => {
      const folders = globSync(`src/${layer}/*/*.ts`, { cwd: root }).map((file) => path.dirname(file))
      const found = new Set(folders.map((folder) => path.basename(folder)))
      found.delete('test-support')
      expect([...found].toSorted(byName)).toEqual(Object.keys(rooms).toSorted(byName))
    },
  )

  it('has no hall: a folder holds about twenty modules and their tests, and no more', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    const halls = [...Map.groupBy(files, (file) => path.dirname(file))].filter(
      ([, { length }]) => length > 22,
    )
    expect(halls.map(([folder]) => folder)).toEqual([])
  })

  it.each(Object.keys(OPENS_FILES))('lets %s open files, which does', (file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toMatch(new RegExp(` from '${FILES}(/promises)?'`))
  })

  it('leads to no circle', () => {
    for (const { rooms } of Object.values(LAYERS)) {
      const order = Object.keys(rooms)
      for (const [room, open] of Object.entries(rooms)) {
        for (const other of open)
          expect([room, order.indexOf(other) < order.indexOf(room)]).toEqual([room, true])
      }
    }
  })
})

describe('the map', () => {
  it('is what the imports say; "npm run map" draws it anew', () => {
    expect(readFileSync(path.join(root, 'docs/architecture.svg'), 'utf8')).toBe(drawing(readHouse()))
  })

  it('names no room that is not there', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
    const named = [
      ...page.matchAll(/`(?:src\/)?((?:engine|adapters|main|renderer|simulator|text)\/[a-z-]+)`/g),
    ]
    expect(named.length).toBeGreaterThan(10)
    expect(
      named.map(([, room = '']) => room).filter((room) => !existsSync(path.join(root, 'src', room))),
    ).toEqual([])
  })
})

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
    const errors = Object.keys(LAYERS).flatMap((layer) => tsc('--project', `src/${layer}`).split('\n'))
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

function byName(a: string, b: string): number {
  return a.localeCompare(b)
}

/** @returns the parsed file of the checkout */
function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
}

function layerOf(file: string): string | undefined {
  return file.split('/')[1]
}

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
