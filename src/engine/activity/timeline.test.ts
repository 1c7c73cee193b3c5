import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ending, SHOWN_STATES, type ShownState } from '../../contract/activity.ts'
import { activityOf } from './activity.ts'
import { availabilityOf } from './availability.ts'
import type { Journal, JournalEntry } from '../ports.ts'
import { stripOf } from './strip.ts'
import { steadied, timeline } from './timeline.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function state(at: number, shown: ShownState): JournalEntry {
  return { kind: 'state', at, organizationId: 'a', state: shown, cause: null, number: null }
}

function program(at: number, what: 'opened' | Ending): JournalEntry {
  return { kind: 'program', at, what }
}

/** Times that jump about, as those of a clock that is set. */
const entries: fc.Arbitrary<JournalEntry[]> = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: -DAY, max: 2 * DAY }), fc.constantFrom(...SHOWN_STATES))
      .map(([at, shown]) => state(at, shown)),
    fc
      .tuple(fc.integer({ min: -DAY, max: 2 * DAY }), fc.constantFrom('opened', 'closed', 'asleep', 'lost'))
      .map(([at, what]) => program(at, what)),
    fc.integer({ min: -DAY, max: 2 * DAY }).map((at): JournalEntry => ({
      kind: 'happening',
      at,
      organizationId: 'a',
      happening: { what: 'removed' },
    })),
  ),
  { maxLength: 400 },
)

describe('the timeline', () => {
  it('covers the range exactly, whatever the clock did', () => {
    fc.assert(
      fc.property(entries, (noted) => {
        const spans = timeline(steadied(noted, DAY), 0, DAY)
        const strip = stripOf(spans)
        for (const pieces of [spans, strip]) {
          expect(pieces[0]?.from).toBe(0)
          expect(pieces.at(-1)?.to).toBe(DAY)
          for (const [n, piece] of pieces.entries()) {
            expect(piece.to).toBeGreaterThan(piece.from)
            expect(piece.from).toBe(n === 0 ? 0 : pieces[n - 1]?.to)
          }
        }
        expect(strip.length).toBeLessThanOrEqual(120)
      }),
      { numRuns: 500 },
    )
  })

  it('knows a share between nothing and all, and lengths that add up to the range', () => {
    fc.assert(
      fc.property(entries, (noted) => {
        const { share, totals, longest } = availabilityOf(timeline(steadied(noted, DAY), 0, DAY))
        expect(share ?? 0).toBeGreaterThanOrEqual(0)
        expect(share ?? 0).toBeLessThanOrEqual(1)
        expect(longest).toBeLessThanOrEqual(DAY)
        expect(Object.values(totals).reduce((sum, length) => sum + length, 0)).toBe(DAY)
      }),
      { numRuns: 500 },
    )
  })

  it('never goes back in time', () => {
    const noted = [state(5_000, 'online'), state(1_000, 'reconnecting'), state(2_000, 'online')]
    expect(steadied(noted, DAY).map(({ at }) => at)).toEqual([1_000, 1_000, 2_000])
    expect(steadied(noted, 500).map(({ at }) => at)).toEqual([500, 500, 500])
  })

  it('shows nothing but the unknown before there was any history', () => {
    const spans = timeline([program(0, 'opened'), state(10 * MINUTE, 'unlinked')], 0, 20 * MINUTE)
    expect(spans.map(({ light }) => light)).toEqual(['unknown', 'off'])
  })

  it('is closed from the end of a run to the first state in the next', () => {
    const noted = [
      state(0, 'online'),
      program(MINUTE, 'lost'),
      program(9 * MINUTE, 'opened'),
      state(10 * MINUTE, 'online'),
    ]
    const spans = timeline(noted, 0, 20 * MINUTE)
    expect(spans.map(({ light, from, to }) => [light, from / MINUTE, to / MINUTE])).toEqual([
      ['online', 0, 1],
      ['closed', 1, 9],
      ['closed', 9, 10],
      ['online', 10, 20],
    ])
    expect(stripOf(spans)).toHaveLength(3)
  })

  it('does not know what became of an organization that a run did not find', () => {
    const noted = [state(0, 'online'), program(5, 'closed'), program(10, 'opened'), program(15, 'closed')]
    expect(stripOf(timeline(noted, 0, 20)).map(({ light }) => light)).toEqual(['online', 'closed', 'unknown'])
  })
})

describe('the strip', () => {
  it('draws together what is too narrow, and overlooks no trouble', () => {
    const flapping = Array.from({ length: 1_000 }, (_, n) =>
      state(n * MINUTE, n % 2 === 0 ? 'online' : 'reconnecting'),
    )
    const trouble = state(1_000 * MINUTE, 'attention')
    const noted = [...flapping, trouble, state(1_000 * MINUTE + 1, 'online')]
    const strip = stripOf(timeline(noted, 0, 2_000 * MINUTE))
    expect(strip.length).toBeLessThanOrEqual(120)
    expect(strip[0]).toMatchObject({ light: 'working', partly: true })
    expect(strip.filter(({ light }) => light === 'attention')).toHaveLength(1)
    expect(strip.at(-1)).toMatchObject({ light: 'online', partly: false })
  })
})

describe('the availability', () => {
  const of = (noted: readonly JournalEntry[]) => availabilityOf(timeline(noted, 0, 100 * MINUTE))

  it('counts an outage from its first moment to the connection, through whatever lies between', () => {
    const found = of([
      state(0, 'online'),
      state(10 * MINUTE, 'reconnecting'),
      state(12 * MINUTE, 'attention'),
      state(13 * MINUTE, 'clearing'),
      state(14 * MINUTE, 'scan'),
      state(15 * MINUTE, 'online'),
      state(50 * MINUTE, 'reconnecting'),
      state(51 * MINUTE, 'online'),
    ])
    expect(found).toMatchObject({ interruptions: 2, longest: 5 * MINUTE, share: 0.94 })
  })

  it('counts neither a first link nor the time in which Enlace was closed or the session stopped', () => {
    const found = of([
      state(0, 'unlinked'),
      state(10 * MINUTE, 'scan'),
      state(20 * MINUTE, 'online'),
      program(30 * MINUTE, 'closed'),
      program(60 * MINUTE, 'opened'),
      state(60 * MINUTE, 'connecting'),
      state(61 * MINUTE, 'online'),
      state(80 * MINUTE, 'stopped'),
    ])
    expect(found).toMatchObject({ interruptions: 0, longest: 0, share: 1 })
    expect(found.totals).toMatchObject({ closed: 31 * MINUTE, off: 30 * MINUTE })
  })

  it('does not make two of one trouble that outlasts a night', () => {
    const found = of([
      state(0, 'attention'),
      program(10 * MINUTE, 'closed'),
      program(60 * MINUTE, 'opened'),
      state(60 * MINUTE, 'attention'),
      state(70 * MINUTE, 'online'),
    ])
    expect(found).toMatchObject({ interruptions: 1, longest: 20 * MINUTE })
  })

  it('has no share where nothing was wanted', () => {
    expect(of([state(0, 'unlinked')]).share).toBeNull()
  })
})

describe('the activity', () => {
  it('ends now, holds the newest events first, and says that there are more', () => {
    const noted = [0, 1, 2, 3].flatMap((n) => [state(n * MINUTE, 'stopped'), state(n * MINUTE + 1, 'online')])
    const journal: Journal = {
      trouble: null,
      note: () => {},
      beat: () => {},
      end: () => {},
      read: () => noted,
    }
    const activity = activityOf(journal, 'a', '24h', 2, DAY)
    expect([activity.from, activity.to]).toEqual([0, DAY])
    expect(activity.events).toEqual([
      { at: 3 * MINUTE + 1, what: 'connected' },
      { at: 3 * MINUTE, what: 'stopped' },
    ])
    expect(activity.more).toBe(true)
  })
})
