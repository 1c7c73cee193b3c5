import { describe, expect, it } from 'vitest'
import type { Ending, ShownState } from '../../contract/activity.ts'
import type { CauseCode } from '../../contract/cause.ts'
import { eventsOf } from './activity-events.ts'
import type { JournalEntry } from '../ports.ts'

function state(at: number, shown: ShownState, code: CauseCode | null = null): JournalEntry {
  const cause = code && { code, detail: null }
  return { kind: 'state', at, organizationId: 'a', state: shown, cause, number: null }
}

function program(at: number, what: 'opened' | Ending): JournalEntry {
  return { kind: 'program', at, what }
}

describe('the events', () => {
  it('tell an outage with its end, whatever it was put down to meanwhile', () => {
    const noted = [
      state(0, 'online'),
      state(5, 'reconnecting', 'network'),
      state(7, 'reconnecting', 'whatsapp-unavailable'),
      state(9, 'online'),
    ]
    expect(eventsOf(noted, 0)).toEqual([
      {
        at: 5,
        what: 'down',
        state: 'reconnecting',
        cause: { code: 'network', detail: null },
        backAt: 9,
        ongoing: false,
      },
    ])
  })

  it('tell what needs a person on its own, and what has not ended as such', () => {
    const noted = [state(5, 'reconnecting', 'network'), state(7, 'attention', 'replaced')]
    expect(eventsOf(noted, 0)).toMatchObject([
      { at: 5, backAt: null, ongoing: false },
      { at: 7, state: 'attention', backAt: null, ongoing: true },
    ])
  })

  it('tell a trouble that outlasts a night once', () => {
    const noted = [
      state(1, 'attention', 'replaced'),
      program(5, 'closed'),
      program(10, 'opened'),
      state(11, 'attention', 'replaced'),
      state(20, 'online'),
    ]
    expect(eventsOf(noted, 0)).toMatchObject([
      { at: 1, what: 'down', backAt: 20, ongoing: false },
      { at: 5, what: 'away', how: 'closed', until: 10 },
    ])
  })

  it('keep apart that Enlace was closed, slept or crashed, and that the connection was lost', () => {
    const noted = [
      state(0, 'online'),
      state(3, 'reconnecting', 'network'),
      program(4, 'lost'),
      program(10, 'opened'),
      state(11, 'connecting'),
      state(12, 'online'),
      program(20, 'asleep'),
      program(30, 'opened'),
    ]
    expect(eventsOf(noted, 0)).toMatchObject([
      { at: 3, what: 'down', backAt: null, ongoing: false },
      { at: 4, what: 'away', how: 'lost', until: 10 },
      { at: 20, what: 'away', how: 'asleep', until: 30 },
    ])
  })

  it('do not tell of a start, of before the organization was there, or of what was stopped all along', () => {
    const noted = [program(0, 'lost'), program(1, 'opened'), state(2, 'stopped'), state(3, 'stopped')]
    expect(eventsOf(noted, 0)).toEqual([])
  })

  it('tell stopping and connecting, and a link by itself', () => {
    const stopped = [
      state(0, 'online'),
      state(1, 'stopping'),
      state(2, 'stopped'),
      state(3, 'connecting'),
      state(4, 'online'),
    ]
    expect(eventsOf(stopped, 0)).toEqual([
      { at: 2, what: 'stopped' },
      { at: 4, what: 'connected' },
    ])
    const linked: JournalEntry[] = [
      state(0, 'stopped'),
      state(1, 'linking'),
      {
        kind: 'happening',
        at: 2,
        organizationId: 'a',
        happening: { what: 'linked', number: '1', former: null },
      },
      state(2, 'online'),
    ]
    expect(eventsOf(linked, 0)).toEqual([{ at: 2, what: 'linked', number: '1', former: null }])
  })

  it('leave out what was over before, and keep what was not', () => {
    const noted = [
      state(0, 'online'),
      state(1, 'reconnecting', 'network'),
      state(2, 'online'),
      state(3, 'reconnecting', 'network'),
      state(11, 'online'),
    ]
    expect(eventsOf(noted, 10)).toMatchObject([{ at: 3, backAt: 11 }])
  })
})
