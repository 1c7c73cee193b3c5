import { describe, expect, it } from 'vitest'
import { Play } from '../session/test-support/play.ts'
import { organizationView } from '../session/view.ts'
import { recordWith } from '../test-support/records.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A session that has been linked, and in use, for long. */
function settled(): Play {
  const now = 30 * DAY
  const record = recordWith({
    linked: true,
    wanted: true,
    lastNumber: '573007915262',
    linkedAt: DAY,
    usedAt: now - HOUR,
    phoneSeen: now - HOUR,
  })
  const play = new Play(record)
  play.now = now
  play.feed({ type: 'start' }).turn().opened('linked', '573007915262')
  return online(play)
}

function online(play: Play): Play {
  return play.socket({ type: 'open', number: '573007915262', lid: null, accountName: null, platform: null })
}

/** Messages that cannot be read, one each of so many people unless named otherwise. */
function fails(play: Play, ids: number, person = (n: number) => `person ${n % 4}`): Play {
  for (let n = 0; n < ids; n += 1) play.socket({ type: 'decrypt-failed', id: `m${n}`, sender: person(n) })
  return play
}

function shown({ session, now }: Play) {
  const view = organizationView(session, now, () => '').session
  const failed = view.status === 'online' ? view.health.failed : null
  return { failed, warned: view.warnings.length > 0, clear: view.allowed.includes('clear') }
}

const CALM = { warned: false, clear: false }

describe('messages that cannot be read', () => {
  it('count when they have not arrived a while later, and then have a remedy', () => {
    const play = fails(settled(), 12)
    expect(shown(play)).toEqual({ failed: 0, ...CALM })
    play.after(2 * MINUTE)
    expect(shown(play)).toEqual({ failed: 12, warned: true, clear: true })
  })

  it("are forgotten when they arrive by WhatsApp's own retry, however late", () => {
    const play = fails(settled(), 12).after(30_000)
    for (let n = 0; n < 12; n += 1) play.socket({ type: 'decrypted', id: `m${n}` })
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 0, ...CALM })
    fails(play, 12).after(5 * MINUTE)
    expect(shown(play).warned).toBe(true)
    for (let n = 0; n < 12; n += 1) play.socket({ type: 'decrypted', id: `m${n}` })
    expect(shown(play)).toEqual({ failed: 0, ...CALM })
  })

  it('count once each, however often WhatsApp sends them', () => {
    const play = settled()
    for (let n = 0; n < 3; n += 1) fails(play, 2)
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 2, ...CALM })
  })

  it('are one contact’s own trouble while they are of few people', () => {
    const play = fails(settled(), 40, (n) => `person ${n % 2}`)
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 40, ...CALM })
  })

  it('are no sign of trouble in the first hours of a link', () => {
    const play = fails(new Play(recordWith()).toOnline(), 12)
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 12, ...CALM })
    play.after(3 * HOUR)
    for (let n = 0; n < 12; n += 1) {
      play.socket({ type: 'decrypt-failed', id: `later ${n}`, sender: `person ${n % 4}` })
    }
    expect(shown(play.after(2 * MINUTE)).warned).toBe(true)
  })

  it('are none right after days off', () => {
    const play = settled()
      .closed(428)
      .after(8 * DAY)
      .alarm()
      .turn()
    fails(online(play), 12)
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 12, ...CALM })
  })

  it('are expected once of each person after conversations were begun anew', () => {
    const play = settled()
    play.feed({ type: 'renewed', epoch: play.epoch, values: 4 })
    fails(play, 8, (n) => `person ${n}`)
    expect(shown(play.after(2 * MINUTE))).toEqual({ failed: 8, ...CALM })
    for (let n = 0; n < 8; n += 1) {
      play.socket({ type: 'decrypt-failed', id: `again ${n}`, sender: `person ${n}` })
    }
    expect(shown(play.after(2 * MINUTE)).warned).toBe(true)
  })

  it('stay bounded, and their count goes on', () => {
    const play = fails(settled(), 2_000)
    expect(play.session.health.unreadable.failures.length).toBeLessThanOrEqual(500)
    expect(shown(play.after(2 * MINUTE)).failed).toBe(2_000)
  })

  it('are told within seconds in practice mode, where nobody waits for hours', () => {
    const play = new Play(recordWith()).toOnline()
    play.feed({ type: 'settings', settings: { ...play.session.settings, hasty: true } })
    fails(play, 12)
    expect(shown(play.after(10_000)).warned).toBe(true)
  })
})

it('a failure is shown when it has had its time, without any other news', () => {
  const play = fails(settled(), 12).after(2 * MINUTE)
  const before = play.session
  play.alarm()
  expect(play.session).not.toBe(before)
  expect(play.effects).toEqual([])
  expect(shown(play).warned).toBe(true)
})
