import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appPath, findBrowser } from './browser-finder.ts'
import { browserPlaces } from './browser-places.ts'

const WINDOWS = {
  platform: 'win32',
  home: 'C:\\Users\\Ana',
  environment: {
    ProgramW6432: 'C:\\Program Files',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\Ana\\AppData\\Local',
  },
} as const

describe('the places of browsers', () => {
  it('are below every Program Files on Windows, and where one person alone has installed it', () => {
    const places = browserPlaces(WINDOWS)
    expect(places.slice(0, 4)).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\Ana\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(browserPlaces({ ...WINDOWS, environment: {} })).toEqual([])
  })

  it('are the two folders of applications on macOS', () => {
    const places = browserPlaces({ platform: 'darwin', home: '/Users/ana', environment: {} })
    expect(places.slice(0, 3)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ])
  })

  it('are the PATH on Linux, and where packages go when a menu starts Enlace with less; never a relative folder', () => {
    const places = browserPlaces({
      platform: 'linux',
      home: '/home/ana',
      environment: { PATH: '.:bin::/home/ana/bin:/usr/bin' },
    })
    expect(places.slice(0, 3)).toEqual([
      '/home/ana/bin/google-chrome',
      '/usr/bin/google-chrome',
      '/usr/local/bin/google-chrome',
    ])
    expect(places).toContain('/opt/microsoft/msedge/microsoft-edge')
    expect(places.filter((place) => !place.startsWith('/'))).toEqual([])
  })
})

it('reads what installers have noted in the registry of Windows', () => {
  const key = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\chrome.exe'
  const answer = (value: string) => `\r\n${key}\r\n    (Default)    REG_SZ    ${value}\r\n\r\n`
  expect(appPath(answer('D:\\Apps\\Chrome\\chrome.exe'))).toBe('D:\\Apps\\Chrome\\chrome.exe')
  expect(appPath(answer('"D:\\My Apps\\chrome.exe"'))).toBe('D:\\My Apps\\chrome.exe')
  expect(appPath('ERROR: The system was unable to find the specified registry key or value.')).toBe(null)
  expect(appPath(answer('chrome.exe'))).toBe(null)
})

// Programs of Linux, made here: what is looked at in them is the same on macOS.
describe.skipIf(process.platform === 'win32')('a browser', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'enlace-browsers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const at = (...names: string[]) => join(folder, ...names)

  function program(path: string, content = '\x7fELF', mode = 0o755): string {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    chmodSync(path, mode)
    return path
  }

  /** On Linux the last resort is what is really installed here; only what comes first is looked at. */
  const find = (...folders: string[]) =>
    findBrowser({
      platform: 'linux',
      home: folder,
      environment: { PATH: folders.map((name) => at(name)).join(':') },
    })

  it('is the best one, wherever it is', async () => {
    program(at('first', 'chromium'))
    const chrome = program(at('second', 'google-chrome'))
    program(at('second', 'microsoft-edge'))
    expect(await find('first', 'second')).toBe(chrome)
  })

  it('is a program: no folder, nothing that may not be started, no link to nowhere', async () => {
    mkdirSync(at('first', 'google-chrome'), { recursive: true })
    program(at('second', 'google-chrome'), '\x7fELF', 0o644)
    symlinkSync(at('gone'), at('first', 'google-chrome-stable'))
    const edge = program(at('second', 'microsoft-edge'))
    expect(await find('first', 'second')).toBe(edge)
  })

  it('is no snap and no flatpak, which cannot see the profile', async () => {
    program(at('snap'))
    mkdirSync(at('first'))
    symlinkSync(at('snap'), at('first', 'google-chrome'))
    program(at('second', 'google-chrome'), '#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    program(
      at('first', 'google-chrome-stable'),
      '#!/bin/sh\nexec /usr/bin/flatpak run com.google.Chrome "$@"\n',
    )
    const wrapped = program(
      at('second', 'microsoft-edge'),
      '#!/bin/sh\nexec /opt/microsoft/msedge/msedge "$@"\n',
    )
    expect(await find('first', 'second')).toBe(wrapped)
  })

  // A real Mac may have a better one.
  it.skipIf(process.platform === 'darwin')(
    "is found among a person's own applications on macOS",
    async () => {
      const path = program(at('Applications', 'Microsoft Edge.app', 'Contents', 'MacOS', 'Microsoft Edge'))
      expect(await findBrowser({ platform: 'darwin', home: folder, environment: {} })).toBe(path)
    },
  )

  it('is missing where there is none', async () => {
    expect(await findBrowser({ platform: 'win32', home: folder, environment: {} })).toBe(null)
  })
})
