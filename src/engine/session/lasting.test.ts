import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Close, SocketEvent } from '../ports.ts'
import { recordWith } from '../test-support/records.ts'
import { lastsByItself, reactionTo, SLOWEST_WAIT, waitBefore } from './policy.ts'
import { alarmOf } from './session.ts'
import { LASTING } from './steadiness.ts'
import { Play } from './test-support/play.ts'
import { organizationView } from './view.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const NUMBER = '573007915262'
const OPEN: SocketEvent = { type: 'open', number: NUMBER, lid: null, accountName: null, platform: null }
const linked = recordWith({ linked: true, wanted: true, lastNumber: NUMBER })

/** Ends after which another login would do harm. */
const HARMFUL = new Set([401, 402, 403, 406, 411, 440])

const close: fc.Arbitrary<Close> = fc.oneof(
  fc
    .oneof(fc.integer({ min: 400, max: 600 }), fc.constantFrom(405, 408, 409, 428, 500, 503, 515))
    .map((code): Close => ({ how: 'code', code })),
  fc
    .constantFrom('ack', 'conflict', 'system-shutdown')
    .map((named): Close => ({ how: 'code', code: 500, named })),
  fc.constantFrom(200, 302, 400, 407, 429, 503).map((status): Close => ({ how: 'upgrade-refused', status })),
  fc.constantFrom<Close>({ how: 'error' }, { how: 'unusable' }),
)
const harmless = close.filter((one) => one.how !== 'code' || !HARMFUL.has(one.code))

function viewOf(play: Play) {
  return organizationView(play.session, play.now, () => 'picture').session
}

function restored(): Play {
  return new Play(linked).feed({ type: 'start' }).turn().opened('linked', NUMBER)
}

/** Passes the time to the next attempt, however long it is, and begins it. */
function again(play: Play): number {
  const before = play.now
  for (let steps = 0; play.kind !== 'connecting' && steps < 10; steps += 1) {
    const { phase } = play.session
    if (phase.kind === 'queued' || phase.kind === 'rejoining') play.turn()
    else if (phase.kind === 'opening') play.opened('linked', NUMBER)
    else {
      play.now = Math.max(play.now, alarmOf(play.session) ?? play.now)
      play.alarm()
    }
  }
  return play.now - before
}

describe('a connection proves itself by lasting', () => {
  it('so logins that do not last come ever more slowly, whatever ends them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(harmless, fc.integer({ min: 0, max: LASTING - 1 })), {
          minLength: 2,
          maxLength: 25,
        }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (ends, dice) => {
          const play = restored()
          play.dice = dice
          let waited = 0
          let least = 0
          for (const [n, [end, life]] of ends.entries()) {
            play.socket(OPEN).socket({ type: 'traffic' }).after(life).socket({ type: 'traffic' })
            play.socket({ type: 'closed', close: end })
            const reaction = reactionTo(end, play.session.steady.strange)
            least += waitBefore(n, reaction, true, dice)
            waited += again(play)
            expect(play.kind).toBe('connecting')
          }
          expect(waited).toBeGreaterThanOrEqual(least)
          // The first is free; from then on each wait is at least half of a second, doubled each time, to half an hour.
          const floor = ends
            .slice(1)
            .reduce((sum, _end, n) => sum + Math.min(SLOWEST_WAIT, 2_000 * 2 ** n) / 2, 0)
          expect(waited).toBeGreaterThanOrEqual(floor)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is not proven by a frame, however many, and then by the answer to a ping', () => {
    const play = restored().socket(OPEN).socket({ type: 'traffic' }).after(500).closed(428)
    again(play)
    play
      .socket(OPEN)
      .socket({ type: 'traffic' })
      .after(LASTING - 1)
      .socket({ type: 'traffic' })
    expect(play.session.retry).not.toBeNull()
    play.after(1).socket({ type: 'traffic' })
    expect(play.session.retry).toBeNull()
  })

  it('is shown as reconnecting by the third that did not, with its cause, also while it is open', () => {
    const play = restored()
    const shown: string[] = []
    for (let n = 0; n < 4; n += 1) {
      play.socket(OPEN).socket({ type: 'traffic' })
      shown.push(viewOf(play).status)
      play.after(300).closed(503)
      again(play)
    }
    expect(shown).toEqual(['online', 'online', 'online', 'reconnecting'])
    play.socket(OPEN)
    expect(viewOf(play)).toMatchObject({ status: 'reconnecting', cause: { code: 'whatsapp-unavailable' } })
    play.lasting()
    expect(viewOf(play)).toMatchObject({ status: 'online', lasted: true })
  })

  it('and a line that keeps breaking is no flicker, although each connection lasts', () => {
    const play = restored().socket(OPEN).lasting()
    const seen: string[] = []
    for (let n = 0; n < 4; n += 1) {
      play.after(10 * SECOND).closed(428)
      seen.push(viewOf(play).status)
      again(play)
      play.socket(OPEN).lasting()
    }
    expect(seen).toEqual(['online', 'online', 'reconnecting', 'reconnecting'])
  })

  it('never shows one for more than a minute that did not last, whatever happens', () => {
    const step = fc.record({
      life: fc.integer({ min: 0, max: 45 * SECOND }),
      talks: fc.boolean(),
      end: harmless,
      opens: fc.boolean(),
      dice: fc.double({ min: 0, max: 0.999, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const play = restored()
        /** Since when the window has shown *online* with nothing that lasted behind it. */
        let since: number | null = null
        const look = () => {
          const online = viewOf(play).status === 'online'
          if (!online || play.session.steady.lasted) since = null
          else since ??= play.now
          if (since !== null && play.now - since > MINUTE) throw new Error('believed for too long')
        }
        /** Time in small steps, with the alarms that the session asked for. */
        const pass = (milliseconds: number) => {
          for (const end = play.now + milliseconds; play.now < end;) {
            const next = Math.max(play.now + 1, alarmOf(play.session) ?? end)
            // Nothing changes while no connection is open but by an alarm.
            const grain = play.kind === 'online' ? 5 * SECOND : Infinity
            play.now = Math.min(end, next, play.now + grain)
            play.alarm().alarm()
            look()
          }
        }
        for (const { life, talks, end, opens, dice } of steps) {
          play.dice = dice
          if (opens) {
            play.socket(OPEN).socket({ type: 'traffic' })
            look()
            // A socket that hears nothing for this long closes itself.
            pass(talks ? life : Math.min(life, 45 * SECOND))
            if (talks && play.kind === 'online') play.socket({ type: 'traffic' })
            look()
          }
          play.socket({ type: 'closed', close: end })
          look()
          for (let n = 0; play.kind !== 'connecting' && n < 20; n += 1) {
            const { phase } = play.session
            if (phase.kind === 'queued' || phase.kind === 'rejoining') play.turn()
            else if (phase.kind === 'opening') play.opened('linked', NUMBER)
            else pass(Math.max(1, (alarmOf(play.session) ?? play.now) - play.now))
            look()
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('and pushes out no copy before it has', () => {
    const day = 24 * 60 * MINUTE
    const play = restored().socket(OPEN).lasting()
    expect(play.asked).toContain('snapshot')
    play.after(2 * day).closed(428)
    again(play)
    play.socket(OPEN).socket({ type: 'traffic' })
    expect(play.asked).not.toContain('snapshot')
    play.lasting()
    expect(play.asked).toContain('snapshot')
  })
})

describe('telling is not stopping', () => {
  it('every end that does no harm is followed by an attempt within half an hour, and sooner after a nudge', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(harmless, fc.boolean(), fc.integer({ min: 0, max: 2 * LASTING })), {
          maxLength: 30,
        }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (ends, dice) => {
          const play = restored()
          play.dice = dice
          for (const [end, opens, life] of ends) {
            if (opens) play.socket(OPEN).socket({ type: 'traffic' }).after(life).socket({ type: 'traffic' })
            play.socket({ type: 'closed', close: end })
            const { phase } = play.session
            if (phase.kind !== 'waiting') throw new Error(`${phase.kind} after ${JSON.stringify(end)}`)
            expect(phase.nextAt - play.now).toBeLessThanOrEqual(SLOWEST_WAIT)
            expect(alarmOf(play.session)).not.toBeNull()
            const nudged = new Play(linked)
            nudged.session = play.session
            nudged.now = play.now
            nudged.feed({ type: 'nudge' })
            const after = nudged.session.phase
            const wait = after.kind === 'waiting' ? after.nextAt - play.now : 0
            expect([after.kind, wait <= 30 * SECOND]).toEqual([
              expect.stringMatching(/^(waiting|rejoining|queued)$/),
              true,
            ])
            expect(again(play)).toBeLessThanOrEqual(SLOWEST_WAIT)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each<[string, Close, string]>([
    ['405', { how: 'code', code: 405 }, 'outdated'],
    ['400', { how: 'code', code: 400 }, 'restore-failed'],
    ['415', { how: 'code', code: 415 }, 'restore-failed'],
    ['an upgrade answered with 302', { how: 'upgrade-refused', status: 302 }, 'restore-failed'],
  ])('%s at every start: a person is told, it goes on, and comes back by itself', (_what, end, cause) => {
    const play = restored()
    for (let n = 0; n < 8; n += 1) {
      play.socket({ type: 'closed', close: end })
      expect(play.session.phase).toMatchObject({
        next: expect.stringMatching(cause === 'outdated' ? /^renew-version$/ : /./),
      })
      if (n < 7) again(play)
    }
    expect(viewOf(play)).toMatchObject({
      status: 'reconnecting',
      told: true,
      cause: { code: cause },
      primary: 'retry',
    })
    expect(viewOf(play)).toMatchObject({ nextAt: expect.any(Number) })
    again(play)
    play.socket(OPEN).lasting()
    expect(viewOf(play)).toMatchObject({ status: 'online' })
  })

  it('what WhatsApp ends after each login with a name nobody knows is not its outage', () => {
    const play = restored()
    for (let n = 0; n < 3; n += 1) {
      play.socket(OPEN).lasting()
      play.after(MINUTE).socket({ type: 'closed', close: { how: 'code', code: 500, named: 'ack' } })
      const causes = n < 2 ? 'whatsapp-unavailable' : 'unknown'
      expect(play.session.retry?.cause.code).toBe(causes)
      if (n < 2) again(play)
    }
    expect(viewOf(play)).toMatchObject({
      status: 'reconnecting',
      told: true,
      cause: { code: 'unknown', detail: 500 },
    })
    expect(viewOf(play).allowed).toEqual(expect.arrayContaining(['verify', 'renew']))
    expect(lastsByItself({ code: 'unknown', detail: 500 })).toBe(false)
  })

  it('a restriction with an end is tried once after it, also where the program was closed meanwhile', () => {
    const play = restored().socket(OPEN)
    const until = play.now + 3 * 60 * MINUTE
    play.socket({ type: 'closed', close: { how: 'code', code: 402, until, words: 'Pausa' } })
    expect(viewOf(play)).toMatchObject({
      status: 'attention',
      cause: { code: 'restricted', until, words: 'Pausa' },
    })
    expect(play.after(until - play.now - 1).feed({ type: 'nudge' }).kind).toBe('attention')
    const reopened = new Play(play.session.record)
    reopened.now = until + 1
    expect(reopened.feed({ type: 'start' }).kind).toBe('leaving')

    play.after(1).alarm()
    expect(play.kind).toBe('leaving')
    play.feed({ type: 'written', epoch: play.epoch }).turn().opened('linked', NUMBER)
    // The same end again is over: it is not tried another time.
    play.socket({ type: 'closed', close: { how: 'code', code: 402, until } })
    expect(play.kind).toBe('attention')
    expect(alarmOf(play.session)).toBeNull()
  })
})
