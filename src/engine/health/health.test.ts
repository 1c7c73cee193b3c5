import { describe, expect, it } from 'vitest'
import { organizationView } from '../session/view.ts'
import { Play } from '../session/test-support/play.ts'
import { recordWith } from '../test-support/records.ts'

const HOUR = 3_600_000

/** What the person sees of the clock: whether it is warned of, and by how much it is wrong. */
function clockOf({ session, now, set }: Play) {
  const view = organizationView(session, now + set, () => '').session
  const warned = view.warnings.some(({ code }) => code === 'clock-skew')
  return { warned, skew: view.status === 'online' ? view.health.clockSkew : null }
}

describe('the warning of a wrong clock', () => {
  it('comes when the clock is put wrong while online, and goes when it is put right', () => {
    const play = new Play(recordWith()).toOnline()
    play.socket({ type: 'server-time', time: play.now - 1_000 })
    expect(clockOf(play)).toEqual({ warned: false, skew: 1_000 })
    play.set = HOUR
    play.after(60_000).feed({ type: 'clock-set' })
    expect(clockOf(play)).toEqual({ warned: true, skew: HOUR + 1_000 })
    play.set = 0
    play.after(60_000).feed({ type: 'clock-set' })
    expect(clockOf(play)).toEqual({ warned: false, skew: 1_000 })
  })

  it('goes when a clock is put right that was wrong at the login', () => {
    const play = new Play(recordWith())
    play.set = -2 * HOUR
    play.toOnline().socket({ type: 'server-time', time: play.now })
    expect(clockOf(play)).toEqual({ warned: true, skew: -2 * HOUR })
    play.set = 0
    play.after(60_000).feed({ type: 'clock-set' })
    expect(clockOf(play)).toEqual({ warned: false, skew: 0 })
  })

  it('is not misled by a login between the setting and its being noticed', () => {
    const play = new Play(recordWith()).toOnline()
    play.socket({ type: 'server-time', time: play.now })
    play.set = HOUR
    play.after(1_000).socket({ type: 'server-time', time: play.now })
    play.after(1_000).feed({ type: 'clock-set' })
    expect(clockOf(play)).toEqual({ warned: true, skew: HOUR })
  })

  it('says nothing before WhatsApp has told the time', () => {
    const play = new Play(recordWith()).toOnline()
    play.set = HOUR
    play.feed({ type: 'clock-set' })
    expect(clockOf(play)).toEqual({ warned: false, skew: null })
  })
})
