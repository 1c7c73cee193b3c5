import { lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../engine/ports.ts'
import { PinGuard } from '../../engine/pin/pin-guard.ts'
import { LINKS, NO_FILES, THEIRS } from '../test-support/strange-files.ts'
import { openPin } from './pin-file.ts'
import { isScryptHash, scryptHasher } from './scrypt-hasher.ts'

/** The guard's own work is the same however dear a hash is. */
const hasher = scryptHasher({ N: 2 ** 12, r: 8, p: 1 })
const PIN = '4071'
const WRONG = '1234'

let folder: string
let now: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-pin-'))
  now = 1_800_000_000_000
})

afterEach(() => rm(folder, { recursive: true }))

/** As at a start of the program: what is on disk counts, nothing else. */
async function start(hashing = hasher): Promise<PinGuard> {
  const clock: Clock = { now: () => now, uptime: () => now, random: () => 0, wake: () => () => {} }
  const { kept, store } = await openPin(folder)
  return new PinGuard({ clock, store, hasher: hashing }, kept)
}

async function withPin(): Promise<PinGuard> {
  const guard = await start()
  expect(await guard.set(PIN)).toEqual({ ok: true, value: null })
  return guard
}

async function guessWrong(guard: PinGuard, times: number) {
  const answers: unknown[] = []
  for (let n = 0; n < times; n += 1) answers.push(await guard.check(WRONG))
  return answers
}

const passed = { ok: true, value: null }
const refused = (code: string, params = {}) => ({ ok: false, error: { code, params } })

describe('the PIN', () => {
  it('stands in the way of nobody where none is set', async () => {
    expect(await (await start()).check(null)).toEqual(passed)
    expect(await readdir(folder)).toEqual([])
  })

  it('is asked for, good for one time, and still asked for after a restart', async () => {
    const guard = await withPin()
    expect(await guard.check(null)).toEqual(refused('pin-required'))
    expect(await guard.check(PIN)).toEqual(passed)
    expect(await guard.check(null)).toEqual(refused('pin-required'))
    const restarted = await start()
    expect(restarted.isSet).toBe(true)
    expect(await restarted.check(WRONG)).toEqual(refused('pin-wrong', { left: '4' }))
    expect(await restarted.check(PIN)).toEqual(passed)
  })

  it('is on disk as a slow hash with its own salt, for this account alone', async () => {
    const guard = await withPin()
    const first = await readFile(join(folder, 'pin.json'), 'utf8')
    expect(first).not.toContain(PIN)
    expect(first).toContain('scrypt$4096$8$1$')
    await guard.set(PIN)
    expect(await readFile(join(folder, 'pin.json'), 'utf8')).not.toBe(first)
    const { mode } = await stat(join(folder, 'pin.json'))
    expect(process.platform === 'win32' || (mode & 0o777) === 0o600).toBe(true)
  })

  it('makes whoever guesses wait, also across a restart, even where the right one comes then', async () => {
    const guard = await withPin()
    expect((await guessWrong(guard, 5)).slice(3)).toEqual([
      refused('pin-wrong', { left: '1' }),
      refused('pin-wait', { until: String(now + 30_000) }),
    ])
    const restarted = await start()
    expect(await restarted.check(PIN)).toEqual(refused('pin-wait', { until: String(now + 30_000) }))
    now += 30_000
    expect(await restarted.check(WRONG)).toEqual(refused('pin-wait', { until: String(now + 60_000) }))
    now += 60_000
    expect(await restarted.check(PIN)).toEqual(passed)
    expect(await (await start()).check(WRONG)).toEqual(refused('pin-wrong', { left: '4' }))
  })

  it('counts tries that come at once one by one', async () => {
    const guard = await withPin()
    const guesses = ['0000', '1111', '2222', '3333', '4444', PIN, PIN]
    const answers = await Promise.all(guesses.map((guess) => guard.check(guess)))
    expect(answers.map((answer) => (answer.ok ? 'passed' : answer.error.code))).toEqual([
      'pin-wrong',
      'pin-wrong',
      'pin-wrong',
      'pin-wrong',
      'pin-wait',
      'pin-wait',
      'pin-wait',
    ])
  })

  it('has counted a try on disk before it looks at it', async () => {
    await (await withPin()).check(PIN)
    let seen = ''
    const guard = await start({
      ...hasher,
      verify: async (pin, hash) => {
        seen = await readFile(join(folder, 'pin.json'), 'utf8')
        return hasher.verify(pin, hash)
      },
    })
    expect(await guard.check(WRONG)).toEqual(refused('pin-wrong', { left: '4' }))
    expect(seen).toContain('"wrong": 1')
  })

  it('can be changed and turned off', async () => {
    const guard = await withPin()
    await guard.set('86420864')
    expect(await guard.check(PIN)).toEqual(refused('pin-wrong', { left: '4' }))
    expect(await guard.check('86420864')).toEqual(passed)
    await guard.set(null)
    expect(guard.isSet).toBe(false)
    expect(await readdir(folder)).toEqual([])
    expect(await (await start()).check(null)).toEqual(passed)
  })

  it('is neither changed nor tried where the disk takes no note of it', async () => {
    const guard = await withPin()
    await rename(folder, `${folder}-away`)
    expect(await guard.check(PIN)).toEqual(refused('storage', { cause: 'folder-missing' }))
    expect(await guard.set('86420864')).toEqual(refused('storage', { cause: 'folder-missing' }))
    await rename(`${folder}-away`, folder)
    expect(await guard.check(PIN)).toEqual(passed)
  })
})

describe('a PIN file that cannot be read', () => {
  it.each([
    '',
    '{',
    '{}',
    '{"schema": 1, "hash": "scrypt$65536$8$2$a$b", "tries": {"wrong": 0, "lastAt": 0}}',
  ])('is set aside and said: %j', async (text) => {
    await writeFile(join(folder, 'pin.json'), text)
    const { kept, setAside } = await openPin(folder)
    expect(kept).toBeNull()
    expect(setAside).toBe(join(folder, 'pin.damaged-1.json'))
    expect(await readFile(join(folder, 'pin.damaged-1.json'), 'utf8')).toBe(text)
  })
})

describe.each(Object.entries({ ...LINKS, ...NO_FILES }))('%s instead of the PIN file', (_what, make) => {
  it('is set aside and said, and a new PIN goes to a file of its own', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'enlace-outside-'))
    const target = join(outside, 'theirs')
    await writeFile(target, THEIRS)
    await make(join(folder, 'pin.json'), target)
    const { kept, setAside } = await openPin(folder)
    expect(kept).toBeNull()
    expect(setAside).toBe(join(folder, 'pin.damaged-1.json'))
    await withPin()
    expect((await lstat(join(folder, 'pin.json'))).isFile()).toBe(true)
    expect(await readFile(target, 'utf8')).toBe(THEIRS)
    expect(await readdir(outside)).toEqual(['theirs'])
    await rm(outside, { recursive: true })
  })
})

describe('a hash', () => {
  it('says its cost, and none that would stop the computer is taken', async () => {
    const hash = await scryptHasher().hash(PIN)
    expect(hash).toMatch(/^scrypt\$65536\$8\$2\$/)
    expect(isScryptHash(hash)).toBe(true)
    const dear = (cost: string) => hash.replace('65536$8$2', cost)
    for (const cost of ['16777216$8$1', '65537$8$1', '0$8$1', '65536$8$999', '65536$0$1']) {
      expect(isScryptHash(dear(cost)), cost).toBe(false)
    }
    expect(await hasher.verify(PIN, dear('16384$8$1'))).toBe(false)
    expect(await hasher.verify(PIN, hash)).toBe(true)
  })
})
