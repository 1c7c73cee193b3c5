import { describe, expect, it } from 'vitest'
import { Play } from '../session/test-support/play.ts'
import { organizationView } from '../session/view.ts'
import { recordWith } from '../test-support/records.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function warnings({ session, now, set }: Play) {
  return organizationView(session, now + set, () => '').session.warnings.map(({ code }) => code)
}

/** A session that works so long, and then is off so long, again and again. */
function works(play: Play, on: number, off: number, times: number): Play {
  for (let n = 0; n < times; n += 1) {
    for (let spent = 0; spent < on; spent += HOUR) play.after(HOUR).socket({ type: 'traffic' })
    if (off > 0) restarted(play, off)
  }
  return play
}

/** The program is closed, and opened again after so long. */
function restarted(play: Play, off: number): Play {
  const next = new Play(play.session.record)
  next.now = play.now + off
  next.feed({ type: 'start' }).turn().opened('linked', '573007915262')
  next.socket({ type: 'open', number: '573007915262', lid: null, accountName: null, platform: null })
  play.session = next.session
  play.now = next.now
  return play
}

describe('a phone that gives no sign', () => {
  it('is told of after ten days of watching', () => {
    const play = new Play(recordWith()).toOnline()
    works(play, 10 * DAY, 0, 1)
    expect(warnings(play)).toEqual([])
    works(play, HOUR, 0, 1)
    expect(warnings(play)).toEqual(['phone-unseen'])
    play.socket({ type: 'phone-seen' })
    expect(warnings(play)).toEqual([])
  })

  it('is told of where the computer is off at night and on Sundays', () => {
    const play = works(new Play(recordWith()).toOnline(), 10 * HOUR, 38 * HOUR, 6)
    expect(warnings(play)).toEqual(['phone-unseen'])
  })

  it('is not blamed for the weeks in which the computer was off', () => {
    const play = works(new Play(recordWith()).toOnline(), 2 * DAY, 21 * DAY, 1)
    expect(warnings(play)).toEqual([])
    works(play, 9 * DAY, 0, 1)
    expect(warnings(play)).toEqual([])
    works(play, 2 * DAY, 0, 1)
    expect(warnings(play)).toEqual(['phone-unseen'])
  })

  it('is not blamed while an outage lasts', () => {
    const play = new Play(recordWith()).toOnline()
    play.after(HOUR).closed(428)
    play.after(20 * DAY)
    expect(warnings(play)).toEqual([])
  })

  it('is not blamed when the clock is set ahead by weeks', () => {
    const play = works(new Play(recordWith()).toOnline(), DAY, 0, 1)
    play.set = 30 * DAY
    play.after(1_000).socket({ type: 'traffic' })
    expect(warnings(play)).not.toContain('phone-unseen')
  })

  it('was last seen at no known time, after a clock that was ahead was put right, and is watched from then on', () => {
    const ahead = recordWith({
      linked: true,
      wanted: true,
      lastNumber: '573007915262',
      phoneSeen: 400 * DAY,
      usedAt: 400 * DAY,
    })
    const play = restarted(new Play(ahead), DAY)
    const shown = organizationView(play.session, play.now, () => '').session
    expect(shown).toMatchObject({ status: 'online', health: { phoneSeen: null } })
    works(play, 10 * DAY + HOUR, 0, 1)
    expect(warnings(play)).toEqual(['phone-unseen'])
    play.socket({ type: 'phone-seen' })
    expect(play.session.record.phoneSeen).toBe(play.now)
  })
})
