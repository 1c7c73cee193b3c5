import { beforeEach, describe, expect, it } from 'vitest'
import type { OrganizationView, SessionState } from '../../contract/session-view.ts'
import { Chronicle } from './chronicle.ts'
import type { Journal, JournalEntry } from '../ports.ts'
import { ManualClock } from '../test-support/manual-clock.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const CONNECTING: SessionState = { status: 'starting', activity: 'connecting' }
const STOPPED: SessionState = { status: 'stopped', elsewhere: false }
const DISK: SessionState = {
  status: 'unavailable',
  cause: { code: 'disk-full', detail: null },
  about: null,
}

function view(state: SessionState): OrganizationView {
  return {
    id: 'a',
    name: 'Óptica Océano',
    sessionName: 'org_a',
    lastNumber: null,
    previousNumber: null,
    session: {
      ...state,
      primary: null,
      allowed: [],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
      source: null,
    },
  }
}

/** Keeps everything in memory, in order. */
class Notes implements Journal {
  readonly trouble = null
  entries: JournalEntry[] = []
  beats: number[] = []

  note(entry: JournalEntry): void {
    this.entries.push(entry)
  }

  beat(at: number): void {
    this.beats.push(at)
  }

  read(): readonly JournalEntry[] {
    return this.entries
  }

  end(): void {}

  /** What was noted, in a word each. */
  get words(): string[] {
    return this.entries.map((entry) =>
      entry.kind === 'state' ? entry.state : entry.kind === 'program' ? entry.what : entry.happening.what,
    )
  }
}

let clock: ManualClock
let notes: Notes
let chronicle: Chronicle

beforeEach(() => {
  clock = new ManualClock()
  notes = new Notes()
  chronicle = new Chronicle(clock, notes)
  chronicle.begin([])
})

describe('the chronicle', () => {
  it('takes no notice before what should run has been started, nor after the end', () => {
    const early = new Chronicle(clock, notes)
    notes.entries = []
    early.saw(view(STOPPED))
    early.removed('a')
    early.begin([view(CONNECTING)])
    early.end()
    early.saw(view(STOPPED))
    expect(notes.words).toEqual(['opened', 'connecting', 'closed'])
  })

  it('notes a state when it changes, and not again', () => {
    chronicle.saw(view(STOPPED))
    chronicle.saw(view(STOPPED))
    clock.pass(MINUTE)
    chronicle.saw(view(DISK))
    expect(notes.words).toEqual(['opened', 'stopped', 'unavailable'])
  })

  it('does not note a start that leads back to where it came from at once', () => {
    chronicle.saw(view(DISK))
    for (let n = 0; n < 5; n += 1) {
      clock.pass(30 * SECOND)
      chronicle.saw(view(CONNECTING))
      clock.pass(SECOND)
      chronicle.saw(view(DISK))
    }
    expect(notes.words).toEqual(['opened', 'unavailable'])
  })

  it('notes a start that leads elsewhere or takes its time, when it began', () => {
    chronicle.saw(view(DISK))
    const began = clock.now()
    chronicle.saw(view(CONNECTING))
    clock.pass(20 * SECOND)
    chronicle.saw(view(DISK))
    expect(notes.words).toEqual(['opened', 'unavailable', 'connecting', 'unavailable'])
    expect(notes.entries[2]?.at).toBe(began)
  })

  it('settles what it holds back for whoever reads now', () => {
    chronicle.saw(view(STOPPED))
    chronicle.saw(view(CONNECTING))
    chronicle.settle()
    chronicle.settle()
    chronicle.saw(view(STOPPED))
    expect(notes.words).toEqual(['opened', 'stopped', 'connecting', 'stopped'])
  })

  it('gives a sign of life every minute, and none once it has ended', () => {
    clock.pass(3 * MINUTE)
    expect(notes.beats).toHaveLength(3)
    chronicle.end()
    clock.pass(3 * MINUTE)
    expect(notes.beats).toHaveLength(3)
    expect(notes.words).toEqual(['opened', 'closed'])
  })

  it('knows that the computer slept by the signs that are missing', () => {
    chronicle.saw(view(STOPPED))
    clock.pass(5 * MINUTE)
    const last = clock.now()
    clock.jump(8 * HOUR)
    chronicle.saw(view(DISK))
    expect(notes.words).toEqual(['opened', 'stopped', 'asleep', 'opened', 'stopped', 'unavailable'])
    expect(notes.entries[2]?.at).toBe(last)
    expect(notes.entries[3]?.at).toBe(last + 8 * HOUR)
  })

  it('goes on where the clock was set back', () => {
    chronicle.saw(view(STOPPED))
    clock.jump(-8 * HOUR)
    chronicle.saw(view(DISK))
    clock.pass(2 * MINUTE)
    expect(notes.words).toEqual(['opened', 'stopped', 'unavailable'])
    expect(notes.beats).toHaveLength(2)
  })

  it('notes once a day what stays as it is', () => {
    chronicle.saw(view(STOPPED))
    clock.pass(25 * HOUR)
    expect(notes.words).toEqual(['opened', 'stopped', 'stopped'])
  })

  it('notes a removal, and whoever comes back afterwards', () => {
    chronicle.saw(view(STOPPED))
    chronicle.removed('a')
    chronicle.saw(view(STOPPED))
    expect(notes.words).toEqual(['opened', 'stopped', 'removed', 'stopped'])
  })
})
