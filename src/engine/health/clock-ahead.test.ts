import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oldSession } from '../session/old-session.ts'
import { Play } from '../session/test-support/play.ts'
import { organizationView } from '../session/view.ts'
import { recordWith } from '../test-support/records.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NUMBER = '573007915262'

/** A session whose times were noted by a clock that ran so far ahead, and that logs in with the clock put right. */
function noted(ahead: number): Play {
  const now = 1_000 * DAY
  const then = now + ahead
  const previousNumber = { number: '573126809496', changedAt: then }
  const times = { phoneSeen: then, usedAt: then, linkedAt: then, createdAt: then, previousNumber }
  const play = new Play(recordWith({ linked: true, wanted: true, lastNumber: NUMBER, ...times }))
  play.now = now
  play.feed({ type: 'start' }).turn().feed({
    type: 'opened',
    epoch: play.epoch,
    contents: 'linked',
    number: NUMBER,
    takenBy: null,
    snapshotAt: then,
    findings: [],
    values: 1,
  })
  return play.socket({ type: 'open', number: NUMBER, lid: null, accountName: null, platform: null })
}

describe('times that a clock noted which was ahead', () => {
  it('are unknown and due from the first sign of life on, however far ahead it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 * DAY }), (ahead) => {
        const play = noted(ahead)
        const before = organizationView(play.session, play.now, () => '')
        expect(before).toMatchObject({
          previousNumber: null,
          session: { status: 'online', health: { phoneSeen: null }, warnings: [] },
        })
        expect(oldSession(play.session.record, play.now, DAY)).toBeNull()

        play.socket({ type: 'traffic' })
        expect(play.asked).toEqual(['snapshot', 'write'])
        expect(play.session.record.usedAt).toBe(play.now)
        play.socket({ type: 'phone-seen' })
        expect(play.session.record.phoneSeen).toBe(play.now)
        const after = organizationView(play.session, play.now, () => '').session
        expect(after).toMatchObject({ health: { phoneSeen: play.now } })
      }),
    )
  })
})
