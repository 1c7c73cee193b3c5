import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LINKS, NO_FILES, THEIRS } from '../test-support/strange-files.ts'
import { openPreferences } from './electron-preferences.ts'

const VERSION = '0.1.0'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-preferences-'))
})

afterEach(() => rm(folder, { recursive: true }))

const write = (json: object) => writeFile(join(folder, 'preferences.json'), JSON.stringify(json))

async function onDisk(name = 'preferences.json'): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'))
}

describe('the preferences file', () => {
  it('is made with the defaults, and keeps what is set', async () => {
    const opened = openPreferences(folder, VERSION)
    expect(opened.setAside).toBeNull()
    expect(opened.write({ ...opened.chosen(), theme: 'dark', checkInterval: null })).toBe(true)
    expect(openPreferences(folder, VERSION).chosen()).toMatchObject({
      theme: 'dark',
      checkInterval: null,
      language: 'system',
      sessionPrefix: 'org',
    })
  })

  it('of an older version is completed and keeps what it says', async () => {
    await write({ window: { width: 900, height: 700 }, checkInterval: 60 })
    const opened = openPreferences(folder, VERSION)
    expect(opened.setAside).toBeNull()
    expect(opened.read()).toMatchObject({
      window: { width: 900, height: 700 },
      checkInterval: 60,
      keepInTray: true,
      snapshotDays: 1,
    })
    expect(await onDisk()).toMatchObject({
      checkInterval: 60,
      snapshotDays: 1,
      __internal__: { migrations: { version: VERSION } },
    })
  })

  it('is migrated once, step by step', async () => {
    await write({ interval: 15 })
    let ran = 0
    const migrations: Parameters<typeof openPreferences>[2] = {
      '0.1.0': (store) => {
        ran += 1
        if (store.get('interval') === 15) store.set('checkInterval', 15)
      },
      '0.2.0': (store) => {
        ran += 1
        store.set('theme', 'light')
      },
    }
    expect(openPreferences(folder, '0.1.0', migrations).chosen()).toMatchObject({
      checkInterval: 15,
      theme: 'system',
    })
    expect(openPreferences(folder, '0.2.0', migrations).chosen()).toMatchObject({
      checkInterval: 15,
      theme: 'light',
    })
    openPreferences(folder, '0.2.0', migrations)
    expect(ran).toBe(2)
  })

  it('with a value of no use is migrated all the same, once, and what a newer version has noted stays', async () => {
    let ran = 0
    const migrations: Parameters<typeof openPreferences>[2] = {
      '0.2.0': (store) => {
        ran += 1
        if (store.get('interval') === 15) store.set('checkInterval', 15)
        if (store.get('look') === 'night') store.set('theme', 'dark')
      },
    }
    const note = (version: string) => ({ ['__internal__']: { migrations: { version } } })
    await write({ interval: 15, look: 'night', theme: 'sepia', sessionPrefix: 'no good', ...note('0.1.0') })
    const opened = openPreferences(folder, '0.2.0', migrations)
    expect(opened.setAside).not.toBeNull()
    expect(opened.chosen()).toMatchObject({ checkInterval: 15, theme: 'dark', sessionPrefix: 'org' })
    expect(await onDisk()).toMatchObject(note('0.2.0'))
    // Not counted is the time that ended with the file's being set aside.
    ran = 0
    expect(openPreferences(folder, '0.2.0', migrations).setAside).toBeNull()
    expect(ran).toBe(0)

    await write({ interval: 15, theme: 'sepia', checkInterval: 60, ...note('9.0.0') })
    expect(openPreferences(folder, '0.2.0', migrations).chosen()).toMatchObject({ checkInterval: 60 })
    expect(await onDisk()).toMatchObject(note('9.0.0'))
    expect(ran).toBe(0)
  })

  it('that a migration cannot lead on is set aside once, and what is of use stays', async () => {
    await write({ theme: 'dark', ['__internal__']: { migrations: { version: '0.1.0' } } })
    const migrations: Parameters<typeof openPreferences>[2] = {
      '0.2.0': () => {
        throw new Error('a step with a defect')
      },
    }
    const opened = openPreferences(folder, '0.2.0', migrations)
    expect(opened.setAside).not.toBeNull()
    expect(opened.chosen().theme).toBe('dark')
    expect(openPreferences(folder, '0.2.0', migrations).setAside).toBeNull()
  })

  it('of a newer version keeps what this one does not know, and shows none of it', async () => {
    await write({
      theme: 'dark',
      'ringtone.night': 'owl',
      ['__internal__']: { migrations: { version: '9.0.0' } },
    })
    const opened = openPreferences(folder, VERSION)
    expect(opened.chosen()).not.toHaveProperty(['ringtone.night'])
    opened.write({ ...opened.chosen(), language: 'pt' })
    expect(await onDisk()).toMatchObject({
      'ringtone.night': 'owl',
      theme: 'dark',
      language: 'pt',
      ['__internal__']: { migrations: { version: '9.0.0' } },
    })
  })

  it.each(['', '{"theme": ', '[]', '7'])(
    'that is no file of preferences is set aside whole: %j',
    async (text) => {
      await writeFile(join(folder, 'preferences.json'), text)
      const opened = openPreferences(folder, VERSION)
      expect(await readFile(opened.setAside ?? '', 'utf8')).toBe(text)
      expect(opened.chosen()).toMatchObject({ theme: 'system', checkInterval: 30 })
      expect(opened.write({ theme: 'dark' })).toBe(true)
    },
  )

  it('with a value of no use is set aside, and everything else in it stays in force', async () => {
    const damaged = {
      theme: 'sepia',
      sessionPrefix: 'no good',
      language: 'pt',
      quarantineDays: 30,
      window: { width: -1, height: 700 },
      'ringtone.night': 'owl',
    }
    await write(damaged)
    const opened = openPreferences(folder, VERSION)
    expect(opened.setAside).toBe(join(folder, 'preferences.damaged-1.json'))
    expect(await onDisk('preferences.damaged-1.json')).toEqual(damaged)
    expect(opened.read()).toMatchObject({
      theme: 'system',
      sessionPrefix: 'org',
      language: 'pt',
      quarantineDays: 30,
      window: { width: 1180, height: 760 },
    })
    expect(await onDisk()).toMatchObject({ 'ringtone.night': 'owl' })
    await write(damaged)
    expect(openPreferences(folder, VERSION).setAside).toBe(join(folder, 'preferences.damaged-2.json'))
    expect((await readdir(folder)).toSorted()).toEqual([
      'preferences.damaged-1.json',
      'preferences.damaged-2.json',
      'preferences.json',
    ])
  })

  it.each([
    ['damaged', (path: string) => writeFile(path, '{"theme": ')],
    ['emptied', (path: string) => writeFile(path, '')],
    ['deleted', (path: string) => rm(path)],
  ])('that is %s while the program runs changes nothing, and the next write mends it', async (_how, hurt) => {
    const opened = openPreferences(folder, VERSION)
    opened.write({ quarantineDays: 30, theme: 'dark' })
    await hurt(join(folder, 'preferences.json'))
    expect(opened.chosen()).toMatchObject({ quarantineDays: 30, theme: 'dark' })
    expect(opened.write({ language: 'pt' })).toBe(true)
    expect(await onDisk()).toMatchObject({ quarantineDays: 30, theme: 'dark', language: 'pt' })
    let ran = false
    openPreferences(folder, VERSION, {
      [VERSION]: () => {
        ran = true
      },
    })
    expect(ran, 'a migration that had run').toBe(false)
  })

  it('that is gone or damaged at the start is said to be lost, because what was chosen is not known', async () => {
    expect(openPreferences(folder, VERSION).lost).toBe(true)
    expect(openPreferences(folder, VERSION).lost).toBe(false)
    await writeFile(join(folder, 'preferences.json'), '{"theme": ')
    expect(openPreferences(folder, VERSION).lost).toBe(true)
    expect(openPreferences(folder, VERSION).lost).toBe(false)
  })

  it('refuses a value of no use and keeps the one before', () => {
    const opened = openPreferences(folder, VERSION)
    expect(opened.write({ sessionPrefix: '../x' })).toBe(false)
    expect(opened.chosen().sessionPrefix).toBe('org')
  })
})

describe.each(Object.entries({ ...LINKS, ...NO_FILES }))('%s', (_what, make) => {
  let target: string

  beforeEach(async () => {
    target = join(folder, 'theirs')
    await writeFile(target, THEIRS)
  })

  async function expectOwn(): Promise<void> {
    expect((await lstat(join(folder, 'preferences.json'))).isFile()).toBe(true)
    expect(await onDisk()).toMatchObject({ theme: 'dark' })
    expect(await readFile(target, 'utf8')).toBe(THEIRS)
    await expect(lstat(`${target}-nowhere`)).rejects.toThrow('ENOENT')
  }

  it('instead of the preferences is set aside and said, and not written to', async () => {
    await make(join(folder, 'preferences.json'), target)
    const opened = openPreferences(folder, VERSION)
    expect(opened.setAside).toBe(join(folder, 'preferences.damaged-1.json'))
    expect(opened.lost).toBe(true)
    expect(opened.write({ theme: 'dark' })).toBe(true)
    await expectOwn()
  })

  it('that takes their place while the program runs is not written to', async () => {
    const opened = openPreferences(folder, VERSION)
    await rm(join(folder, 'preferences.json'))
    await make(join(folder, 'preferences.json'), target)
    expect(opened.write({ theme: 'dark' })).toBe(true)
    await expectOwn()
  })
})

it('values so deep that nobody could write them again are set aside', async () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)
  await writeFile(join(folder, 'preferences.json'), `{"theme": "dark", "later": ${deep}}`)
  const opened = openPreferences(folder, VERSION)
  expect(opened.setAside).not.toBeNull()
  expect(opened.write({ theme: 'light' })).toBe(true)
  expect(openPreferences(folder, VERSION).read().theme).toBe('light')
})

it.skipIf(process.platform === 'win32')('the preferences are their owner’s alone', async () => {
  const umask = process.umask(0)
  try {
    const path = join(folder, 'preferences.json')
    const opened = openPreferences(folder, VERSION)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await chmod(path, 0o666)
    opened.write({ theme: 'dark' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  } finally {
    process.umask(umask)
  }
})
