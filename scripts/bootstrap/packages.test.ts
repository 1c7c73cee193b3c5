import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagesAreInstalled } from './packages.mjs'

const LOCKED = {
  '': { version: '0.1.0' },
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/one/node_modules/two': { version: '2.0.0', integrity: 'sha512-two' },
  'node_modules/for-another-platform': { version: '3.0.0', integrity: 'sha512-three', optional: true },
}

describe('packagesAreInstalled', () => {
  let checkout: string

  beforeEach(() => {
    checkout = mkdtempSync(path.join(tmpdir(), 'enlace-packages-'))
    for (const location of ['node_modules/one', 'node_modules/one/node_modules/two']) {
      mkdirSync(path.join(checkout, location), { recursive: true })
      writeFileSync(path.join(checkout, location, 'package.json'), '{}')
    }
    const { '': _, 'node_modules/for-another-platform': __, ...installed } = LOCKED
    lockFile('package-lock.json', LOCKED)
    lockFile('node_modules/.package-lock.json', installed)
  })

  afterEach(() => rmSync(checkout, { recursive: true }))

  it('is true for what npm has just installed', () => {
    expect(packagesAreInstalled(checkout)).toBe(true)
  })

  it.each<[string, () => void]>([
    ['nothing is installed', () => rmSync(path.join(checkout, 'node_modules'), { recursive: true })],
    ['npm was interrupted', () => rmSync(path.join(checkout, 'node_modules/.package-lock.json'))],
    [
      "npm's list was cut short",
      () => writeFileSync(path.join(checkout, 'node_modules/.package-lock.json'), '{"pack'),
    ],
    [
      'a package was deleted',
      () => rmSync(path.join(checkout, 'node_modules/one/node_modules/two'), { recursive: true }),
    ],
    ['a version changed', () => relock('node_modules/one', { version: '1.0.1', integrity: 'sha512-one' })],
    ['a content changed', () => relock('node_modules/one', { version: '1.0.0', integrity: 'sha512-other' })],
    ['a package was added', () => relock('node_modules/new', { version: '1.0.0', integrity: 'sha512-new' })],
  ])('is false when %s', (_, change) => {
    change()
    expect(packagesAreInstalled(checkout)).toBe(false)
  })

  function relock(location: string, locked: { version: string; integrity: string }) {
    lockFile('package-lock.json', { ...LOCKED, [location]: locked })
  }

  function lockFile(name: string, packages: object) {
    writeFileSync(path.join(checkout, name), JSON.stringify({ packages }))
  }
})
