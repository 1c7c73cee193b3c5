import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../paths.mjs'
import { filesIn } from './files.mjs'

/** What the release consists of in these tests: small, and of every kind that the installer treats differently. */
const RELEASE = {
  electron: 'the program',
  chrome_crashpad_handler: 'a helper',
  'chrome-sandbox': 'another',
  LICENSE: 'MIT',
  'locales/es.pak': 'hola',
  version: '43.2.0',
  'resources/default_app.asar': 'official',
}

/** The same inside somebody's app on npm, beside files that are none of our business. */
const CARRIED = {
  hvir: RELEASE.electron,
  chrome_crashpad_handler: RELEASE.chrome_crashpad_handler,
  'chrome-sandbox': RELEASE['chrome-sandbox'],
  'LICENSE.electron.txt': RELEASE.LICENSE,
  'locales/es.pak': RELEASE['locales/es.pak'],
  'resources/app.asar': "somebody's app",
  'locales/planted.pak': 'not on the list',
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('installing the runtime', () => {
  let checkout: string
  let electron: string

  beforeEach(() => {
    checkout = mkdtempSync(path.join(tmpdir(), 'enlace runtime '))
    electron = path.join(checkout, 'node_modules', 'electron')
    cpSync(path.join(root, 'scripts'), path.join(checkout, 'scripts'), { recursive: true })
    write(electron, {
      'package.json': JSON.stringify({ version: '43.2.0' }),
      'checksums.json': '{}',
      'install.js': 'console.error("Error: no network"); process.exit(1)',
    })
    mkdirSync(path.join(checkout, 'node_modules', '@electron'))
    symlinkSync(
      path.join(root, 'node_modules', '@electron', 'asar'),
      path.join(checkout, 'node_modules', '@electron', 'asar'),
    )
  })

  afterEach(() => rmSync(checkout, { recursive: true }))

  it('takes from npm exactly the files of the release, and its own default app', () => {
    offer(CARRIED)
    const { status, output } = install()
    expect(output).toContain('no network')
    expect(status, output).toBe(0)
    expect(filesIn(path.join(electron, 'dist')).toSorted()).toEqual(Object.keys(RELEASE).toSorted())
    expect(readFileSync(path.join(electron, 'dist', 'electron'), 'utf8')).toBe(RELEASE.electron)
    expect(readFileSync(path.join(electron, 'path.txt'), 'utf8')).toBe('electron')
    expect(isInstalled()).toBe(true)
  })

  it("takes the official download where it works, with the release's own default app", () => {
    write(electron, { 'install.js': officialInstaller(RELEASE) })
    offer(CARRIED)
    expect(install()).toMatchObject({ status: 0 })
    expect(readFileSync(path.join(electron, 'dist', 'resources', 'default_app.asar'), 'utf8')).toBe(
      'official',
    )
    expect(isInstalled()).toBe(true)
  })

  it.each([
    ['a changed file', { ...CARRIED, hvir: 'THE program' }, 'electron has other content'],
    ['a longer file', { ...CARRIED, hvir: `${CARRIED.hvir}!` }, 'electron has 12 bytes instead of 11'],
    ['a missing file', without(CARRIED, 'locales/es.pak'), 'could not be unpacked'],
  ])('refuses %s and leaves nothing', (_, files, message) => {
    offer(files)
    expectRefusal(message)
  })

  it('refuses a package other than the pinned one and leaves nothing', () => {
    offer(CARRIED)
    writeFileSync(path.join(checkout, 'offered.tgz'), 'something else')
    expectRefusal('not the one Enlace knows')
  })

  it('refuses an official download that holds other files', () => {
    write(electron, { 'install.js': officialInstaller({ ...RELEASE, 'resources/app/main.js': 'planted' }) })
    offer(CARRIED)
    expectRefusal('resources/app/main.js is not part of the release')
  })

  it('keeps the runtime it has when a new one is refused', () => {
    offer(CARRIED)
    install()
    offer({ ...CARRIED, hvir: 'THE program' })
    expect(install().status).toBe(1)
    expect(isInstalled()).toBe(true)
  })

  it('notices what happened to the runtime since', () => {
    offer(CARRIED)
    for (const damage of [
      () => rmSync(path.join(electron, 'dist'), { recursive: true }),
      () => rmSync(path.join(electron, 'dist', 'locales', 'es.pak')),
      () => rmSync(path.join(electron, 'path.txt')),
      () => writeFileSync(path.join(electron, 'dist', 'planted'), ''),
      () => utimesSync(path.join(electron, 'dist', 'electron'), 1, 1),
      () => writeFileSync(path.join(checkout, 'scripts/bootstrap/electron/default-app/main.mjs'), 'changed'),
    ]) {
      install()
      expect(isInstalled()).toBe(true)
      damage()
      expect(isInstalled(), damage.toString()).toBe(false)
    }
  })

  /** Pins a release and a package, and lets "npm" offer that package. */
  function offer(carried: Record<string, string>) {
    const staging = mkdtempSync(path.join(checkout, 'offer-'))
    write(path.join(staging, 'app'), carried)
    mkdirSync(path.join(staging, 'package'))
    tar(staging, 'package/payload.tar.gz', 'app')
    tar(staging, path.join(checkout, 'offered.tgz'), 'package')
    const files = Object.entries(RELEASE).map(([name, content]) => [
      name,
      { size: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    ])
    const sha512 = createHash('sha512')
      .update(readFileSync(path.join(checkout, 'offered.tgz')))
      .digest('base64')
    write(checkout, {
      'scripts/electron-43.2.0-linux-x64.digests.json': JSON.stringify({
        electron: '43.2.0',
        copy: { package: 'runtime@1', file: 'runtime-1.tgz', sha512 },
        files: Object.fromEntries(files),
      }),
      'npm-cli.js': `
        const [, , command, spec, , destination] = process.argv
        require('fs').copyFileSync(${JSON.stringify(path.join(checkout, 'offered.tgz'))}, destination + '/runtime-1.tgz')`,
    })
  }

  function install() {
    return runtime('await installRuntime()')
  }

  function isInstalled() {
    return runtime('process.exitCode = runtimeIsInstalled() ? 0 : 1').status === 0
  }

  function expectRefusal(message: string) {
    const { status, output } = install()
    expect(output).toContain(message)
    expect(status).toBe(1)
    expect(filesIn(path.join(checkout, 'node_modules')).toSorted()).toEqual([
      '@electron/asar',
      'electron/checksums.json',
      'electron/install.js',
      'electron/package.json',
    ])
    expect(existsSync(path.join(checkout, 'node_modules', '.electron-staging'))).toBe(false)
  }

  function runtime(code: string) {
    const module = JSON.stringify(path.join(checkout, 'scripts/bootstrap/electron/runtime.mjs'))
    const script = `import { installRuntime, runtimeIsInstalled } from ${module}; ${code}`
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        encoding: 'utf8',
        env: { ...process.env, npm_execpath: path.join(checkout, 'npm-cli.js') },
      },
    )
    return { status, output: stdout + stderr }
  }
})

function officialInstaller(files: Record<string, string>) {
  return `
    const { mkdirSync, writeFileSync } = require('fs')
    const { dirname, join } = require('path')
    for (const [name, content] of Object.entries(${JSON.stringify(files)})) {
      const file = join(__dirname, 'dist', name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    writeFileSync(join(__dirname, 'path.txt'), 'electron')`
}

function write(folder: string, files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

function tar(cwd: string, archive: string, folder: string) {
  execFileSync('tar', ['-czf', archive, folder], { cwd })
}

function without(files: Record<string, string>, name: string) {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))
}
