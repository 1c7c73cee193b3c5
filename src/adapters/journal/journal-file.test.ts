import { lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Happening } from '../../contract/activity.ts'
import type { Journal, JournalEntry, Log } from '../../engine/ports.ts'
import { LINKS, NO_FILES, THEIRS } from '../test-support/strange-files.ts'
import { journalFile } from './journal-file.ts'

const DAY = 24 * 60 * 60 * 1000
const START = Date.now() - DAY
const SILENT: Log = { info: () => {}, warn: () => {} }
const OPENED: JournalEntry = { kind: 'program', at: START, what: 'opened' }
const CLOSED: JournalEntry = { kind: 'program', at: START + 50, what: 'closed' }

function online(at: number, organizationId = 'a'): JournalEntry {
  return { kind: 'state', at, organizationId, state: 'online', cause: null, number: '573007915262' }
}

function down(at: number): JournalEntry {
  const cause = { code: 'unknown', detail: 999 } as const
  return { kind: 'state', at, organizationId: 'a', state: 'reconnecting', cause, number: null }
}

let folder: string
let path: string
let opened: Journal[]

function open(onForgotten: () => void = () => {}): Journal {
  const journal = journalFile(path, SILENT, onForgotten)
  opened.push(journal)
  return journal
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-journal-'))
  path = join(folder, 'activity.db')
  opened = []
})

afterEach(async () => {
  for (const journal of opened) journal.end()
  await rm(folder, { recursive: true })
})

describe('the journal', () => {
  it('gives back what was noted, in order, also to the next run', () => {
    const happenings: Happening[] = [
      { what: 'linked', number: '573007915262', former: null },
      { what: 'linked', number: '573007915262', former: '573126809496' },
      { what: 'number-changed', number: '573007915262', former: '573126809496' },
      { what: 'cleared' },
      { what: 'undone' },
      { what: 'logged-out' },
      { what: 'repaired', step: 'restore-snapshot' },
      { what: 'tested', result: 'silent' },
      { what: 'limited', kind: 'linked-devices', until: 1_796_000_000_000 },
      { what: 'limited', kind: 'chat-cap', until: null },
      { what: 'removed' },
    ]
    const noted: JournalEntry[] = [
      OPENED,
      online(START),
      down(START + 10),
      ...happenings.map((happening): JournalEntry => ({
        kind: 'happening',
        at: START + 20,
        organizationId: 'a',
        happening,
      })),
      CLOSED,
    ]
    const first = open()
    for (const entry of noted) first.note(entry)
    const before = first.read('a', 0)
    first.end()
    // What was noted before the organization was there is of no interest.
    expect(before).toEqual(noted.slice(1))
    expect(open().read('a', 0)).toEqual(noted.slice(1))
  })

  it('reads from the state that held at the time on, and only what is asked for', () => {
    const journal = open()
    for (const entry of [online(START), down(START + 10), online(START + 20), online(START, 'b')])
      journal.note(entry)
    expect(journal.read('a', START + 15)).toEqual([down(START + 10), online(START + 20)])
    expect(journal.read('a', START + 99)).toEqual([online(START + 20)])
    expect(journal.read('c', 0)).toEqual([])
  })

  it('knows by the last sign of life when a run ended that did not say so', () => {
    const crashed = open()
    crashed.note(OPENED)
    crashed.note(online(START))
    crashed.beat(START + 60_000)
    crashed.read('a', 0)
    // Lets go of the file, as a crash does; that the run ends is the chronicle's to say.
    crashed.end()

    const next = open()
    next.note({ kind: 'program', at: START + DAY, what: 'opened' })
    expect(next.read('a', 0).slice(1)).toEqual([
      { kind: 'program', at: START + 60_000, what: 'lost' },
      { kind: 'program', at: START + DAY, what: 'opened' },
    ])
  })

  it('says nothing of a loss where the run ended, slept or never was', () => {
    const first = open()
    for (const entry of [OPENED, online(START), CLOSED]) first.note(entry)
    first.end()
    const next = open()
    next.note({ kind: 'program', at: START + 90, what: 'opened' })
    next.note({ kind: 'program', at: START + 95, what: 'asleep' })
    next.note({ kind: 'program', at: START + 99, what: 'opened' })
    expect(next.read('a', 0).flatMap((entry) => (entry.kind === 'program' ? entry.what : []))).toEqual([
      'closed',
      'opened',
      'asleep',
      'opened',
    ])
  })

  it('is on disk within moments, without anyone asking', async () => {
    open().note(online(START))
    await expect.poll(() => readdir(folder)).toContain('activity.db')
  })

  it('forgets what is older than five weeks', () => {
    const first = open()
    first.note(down(Date.now() - 36 * DAY))
    first.note(online(START))
    first.end()
    expect(open().read('a', 0)).toEqual([online(START)])
  })

  it('keeps so much of each organization, the newest', () => {
    const first = open()
    for (let n = 0; n < 10_200; n += 1) {
      first.note(online(START + n))
      // The batches stay below what may wait.
      if (n % 1_000 === 0) first.read('b', 0)
    }
    first.note(online(START, 'b'))
    first.end()
    const next = open()
    expect(next.read('a', 0)).toHaveLength(10_000)
    expect(next.read('a', 0).at(-1)?.at).toBe(START + 10_199)
    expect(next.read('b', 0)).toHaveLength(1)
  })

  it('reads a month of much coming and going in a moment', () => {
    const journal = open()
    for (let n = 0; n < 10_000; n += 1) {
      journal.note(n % 2 === 0 ? online(START + n) : down(START + n))
      if (n % 1_000 === 0) journal.read('b', 0)
    }
    journal.read('b', 0)
    const began = performance.now()
    expect(journal.read('a', START - 30 * DAY)).toHaveLength(10_000)
    // Not for ever, whatever else the machine does; how fast it is is not for a test to say.
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})

describe('a journal in trouble', () => {
  it('sets a file aside that is none, and begins a new one', async () => {
    await writeFile(path, 'this is no database, but it is long enough to be looked at'.repeat(100))
    const journal = open()
    journal.note(online(START))
    expect(journal.read('a', 0)).toEqual([online(START)])
    expect(journal.trouble).toEqual({ code: 'set-aside', keptAs: 'activity.damaged-1.db' })
    expect(await readFile(join(folder, 'activity.damaged-1.db'), 'utf8')).toMatch(/^this is no database/)
  })

  it.each(Object.entries({ ...LINKS, ...NO_FILES }))(
    'sets %s aside, and begins a new one of its own',
    async (_what, make) => {
      const outside = await mkdtemp(join(tmpdir(), 'enlace-outside-'))
      const target = join(outside, 'theirs')
      await writeFile(target, THEIRS)
      await make(path, target)
      const journal = open()
      journal.note(online(START))
      expect(journal.read('a', 0)).toEqual([online(START)])
      expect(journal.trouble).toEqual({ code: 'set-aside', keptAs: 'activity.damaged-1.db' })
      expect((await lstat(path)).isFile()).toBe(true)
      expect(await readFile(target, 'utf8')).toBe(THEIRS)
      expect(await readdir(outside)).toEqual(['theirs'])
      await rm(outside, { recursive: true })
    },
  )

  it('asks for the present states where the file breaks in the middle of a run', async () => {
    let asked = 0
    const journal = open(() => {
      asked += 1
      journal.note(online(START + 90_000))
    })
    // More than SQLite keeps in memory, so that it has to look at the file again.
    for (const organization of ['a', 'b', 'c', 'd', 'e', 'f']) {
      for (let n = 0; n < 9_000; n += 1) {
        journal.note(online(START + n, organization))
        if (n % 1_000 === 0) journal.read('', 0)
      }
    }
    journal.read('', 0)
    for (const file of [path, `${path}-wal`]) await writeFile(file, (await readFile(file)).fill(0xa5))

    expect(journal.read('a', 0)).toEqual([online(START + 90_000)])
    expect(journal.trouble).toEqual({ code: 'set-aside', keptAs: 'activity.damaged-1.db' })
    expect(asked).toBe(1)
  })

  it('remembers this run where the file cannot be written, and says so', async () => {
    await rename(folder, `${folder}-away`)
    const journal = open()
    journal.note(OPENED)
    journal.note(online(START))
    expect(journal.read('a', 0)).toEqual([OPENED, online(START)])
    expect(journal.trouble).toEqual({ code: 'unkept' })

    await rename(`${folder}-away`, folder)
    journal.note(down(START + 10))
    expect(journal.read('a', 0)).toEqual([online(START), down(START + 10)])
    expect(journal.trouble).toBeNull()
  })

  it('leaves alone what a newer version wrote', async () => {
    const newer = new DatabaseSync(path)
    newer.exec('CREATE TABLE later (x); PRAGMA user_version = 9')
    newer.close()
    const { size } = await stat(path)
    const journal = open()
    journal.note(online(START))
    expect(journal.read('a', 0)).toEqual([online(START)])
    expect(journal.trouble).toEqual({ code: 'unkept' })
    journal.end()
    expect((await stat(path)).size).toBe(size)
  })

  it('does not wait for another program that has the file open', () => {
    const other = new DatabaseSync(path)
    other.exec('CREATE TABLE x (y); BEGIN EXCLUSIVE')
    const journal = open()
    journal.note(online(START))
    const began = performance.now()
    expect(journal.read('a', 0)).toEqual([online(START)])
    // Not for ever, whatever else the machine does; how fast it is is not for a test to say.
    expect(performance.now() - began).toBeLessThan(30_000)
    other.exec('ROLLBACK; DROP TABLE x')
    other.close()
    expect(journal.read('a', 0)).toEqual([online(START)])
    expect(journal.trouble).toBeNull()
  })
})
