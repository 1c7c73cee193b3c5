import { describe, expect, it } from 'vitest'
import { holdsTurn, waitsForTurn } from './phase.ts'
import { waitsForNetwork } from './session.ts'
import { LASTING } from './steadiness.ts'
import { Play } from './test-support/play.ts'
import { recordWith } from '../test-support/records.ts'
import { organizationView } from './view.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const linked = recordWith({ linked: true, wanted: true, lastNumber: '573007915262' })

function viewOf(play: Play) {
  return organizationView(play.session, play.now, () => 'picture').session
}

describe('linking', () => {
  it('goes from the click to the QR, the scan, the second login and online', () => {
    const play = new Play(recordWith()).toScan()
    expect(play.kind).toBe('scan')
    expect(viewOf(play)).toMatchObject({ status: 'scan', qr: { picture: 'picture', index: 1, of: 6 } })

    play.socket({ type: 'paired', number: '573007915262', lid: null })
    expect(viewOf(play)).toMatchObject({ status: 'linking', step: 'scanned' })
    expect(play.effects).toMatchObject([{ type: 'write', record: { linked: true, wanted: true } }])

    play.closed(515)
    expect(play.asked).toEqual(['checkpoint', 'disconnect', 'connect'])
    expect(viewOf(play)).toMatchObject({ status: 'linking', step: 'linking' })
    play.socket({ type: 'accepted' })
    expect(viewOf(play)).toMatchObject({ status: 'linking', step: 'syncing' })
    play.socket({ type: 'open', number: '573007915262', lid: null, accountName: null, platform: null })
    expect(viewOf(play)).toMatchObject({ status: 'online', number: '573007915262' })
  })

  it('rests quietly, without a socket, when nobody scans', () => {
    const play = new Play(recordWith()).toScan().socket({ type: 'closed', close: { how: 'qr-ended' } })
    expect(viewOf(play)).toMatchObject({
      status: 'unlinked',
      cause: { code: 'not-scanned' },
      primary: 'link',
    })
    expect(play.asked).toContain('close')
    expect(play.session.record.wanted).toBe(false)
  })

  it('gives up a QR that is neither followed by another nor ended', () => {
    const play = new Play(recordWith()).toScan().after(70_000).alarm()
    expect(viewOf(play)).toMatchObject({ status: 'unlinked', cause: { code: 'not-scanned' } })
  })

  it('goes on to the login when the line drops right after the scan, and says so only if that lasts', () => {
    const play = new Play(recordWith()).toScan().socket({ type: 'paired', number: '573007915262', lid: null })
    play.closed(428)
    expect(play.asked).toEqual(['checkpoint', 'disconnect'])
    expect(viewOf(play)).toMatchObject({ status: 'linking' })
    play.after(500).alarm().turn()
    expect(play.asked).toEqual(['disconnect', 'connect'])
    // The transient refusal of the first login is still not believed.
    play.closed(401)
    expect(viewOf(play)).toMatchObject({ status: 'linking' })

    for (let round = 0; round < 3; round += 1) play.after(60_000).alarm().turn().closed(408)
    expect(viewOf(play)).toMatchObject({ status: 'reconnecting', cause: { code: 'network' } })
  })

  it.each([
    [429, 'code-refused'],
    [400, 'number-refused'],
    [404, 'number-refused'],
  ] as const)('shows a QR, and why, where WhatsApp refuses a code with %i', (status, code) => {
    const play = new Play(recordWith())
      .feed({ type: 'link-by-phone', number: '573007915262' })
      .feed({ type: 'written', epoch: 1 })
      .turn()
      .opened('blank')
      .socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
    expect(play.asked).toEqual(['request-code'])
    play.socket({ type: 'code-refused', status })
    expect(viewOf(play)).toMatchObject({ status: 'starting', primary: null })
    const qr = { type: 'qr', text: 'b', lifeMs: 60_000, index: 1, of: 6 } as const
    play.turn().opened('blank').socket(qr)
    expect(viewOf(play)).toMatchObject({
      status: 'scan',
      qr: { picture: 'picture' },
      cause: { code, detail: status },
    })
    play.socket({ ...qr, index: 2 })
    expect(viewOf(play)).toMatchObject({ status: 'scan', cause: { code } })
    play.feed({ type: 'command', command: 'cancel-link' }).feed({ type: 'command', command: 'link' })
    play.feed({ type: 'written', epoch: play.epoch }).turn().opened('blank').socket(qr)
    expect(viewOf(play)).toMatchObject({ status: 'scan', cause: null })
  })

  it('says beside the next QR that a scan came to nothing, and calls it no outage', () => {
    const play = new Play(recordWith()).toScan()
    play.socket({ type: 'closed', close: { how: 'pairing-failed' } })
    expect(viewOf(play)).toMatchObject({ status: 'starting' })
    play.turn().opened('blank').socket({ type: 'qr', text: 'b', lifeMs: 60_000, index: 1, of: 6 })
    expect(viewOf(play)).toMatchObject({ status: 'scan', cause: { code: 'scan-failed' } })
    play.socket({ type: 'paired', number: '573007915262', lid: null }).closed(515)
    expect(play.session.setback).toBeNull()
  })

  it('takes the other form of a number for the same account, and keeps the one WhatsApp says', () => {
    const play = new Play({ ...linked, lastNumber: '5215512345678' }).feed({ type: 'start' }).turn()
    play.opened('linked')
    play.socket({ type: 'open', number: '525512345678', lid: null, accountName: null, platform: null })
    expect(viewOf(play)).toMatchObject({ status: 'online', number: '525512345678' })
    expect(play.session.record).toMatchObject({ lastNumber: '525512345678', previousNumber: null })
  })

  it('shows no QR where there is a link', () => {
    const play = new Play(linked).feed({ type: 'start' }).turn().opened('linked')
    play.socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
    expect(play.kind).toBe('connecting')
  })

  it('tries once more when WhatsApp refuses the very login it asked for, and believes the second refusal', () => {
    const play = new Play(recordWith())
      .toScan()
      .socket({ type: 'paired', number: null, lid: null })
      .closed(515)
      .closed(401)
    expect(viewOf(play)).toMatchObject({ status: 'linking' })
    play.after(2_000).alarm().turn().closed(401)
    expect(viewOf(play)).toMatchObject({ status: 'attention', cause: { code: 'unlinked-from-phone' } })
  })

  it('keeps what it knows where WhatsApp names no number', () => {
    const unnamed = { type: 'open', number: null, lid: null, accountName: null, platform: null } as const
    const play = new Play(recordWith())
      .toScan()
      .socket({ type: 'paired', number: null, lid: null })
      .closed(515)
    play.socket(unnamed)
    expect(viewOf(play)).toMatchObject({ status: 'online', number: '' })
    expect(play.session.record.lastNumber).toBeNull()
    expect(play.asked).toEqual([])

    const known = new Play(linked).feed({ type: 'start' }).turn().opened('linked').socket(unnamed)
    expect(viewOf(known)).toMatchObject({ status: 'online', number: '573007915262' })
  })

  it('does not take a refused registration for an unlinked phone', () => {
    const play = new Play(recordWith()).toScan().closed(401)
    expect(viewOf(play)).toMatchObject({ status: 'reconnecting', cause: { code: 'handshake-refused' } })
  })
})

describe('reconnecting', () => {
  it('does not show a drop before it has lasted', () => {
    const play = new Play(recordWith()).toOnline().closed(428)
    expect(viewOf(play)).toMatchObject({ status: 'online', primary: null })
    play.after(500).alarm().turn()
    expect(play.asked).toEqual(['disconnect', 'connect'])
    play.after(3_000).alarm()
    expect(viewOf(play)).toMatchObject({ status: 'reconnecting', cause: { code: 'network' }, nextAt: null })
  })

  it('waits longer each time, and starts anew only after a connection that lasted', () => {
    const play = new Play(recordWith()).toOnline().lasting()
    const waits: number[] = []
    for (let round = 0; round < 9; round += 1) {
      play.closed(428)
      const { phase } = play.session
      waits.push(phase.kind === 'waiting' ? phase.nextAt - play.now : -1)
      play.after(600_000).alarm().alarm().turn()
      expect(play.kind).toBe('connecting')
    }
    expect(waits).toEqual([250, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000])

    play.socket({ type: 'open', number: '573007915262', lid: null, accountName: null, platform: null })
    play.socket({ type: 'traffic' })
    expect(play.session.retry?.attempt).toBe(8)
    play.after(LASTING).socket({ type: 'traffic' })
    expect(play.session.retry).toBeNull()
  })

  it.each([
    [401, 'unlinked-from-phone', 'link'],
    [403, 'restricted', 'retry'],
    [406, 'banned', 'retry'],
    [411, 'relink-required', 'link'],
    [440, 'replaced', 'take-over'],
  ] as const)('after %i waits for the person, also across a restart', (code, cause, primary) => {
    const play = new Play(recordWith()).toOnline().closed(code)
    expect(viewOf(play)).toMatchObject({ status: 'attention', cause: { code: cause }, primary })
    expect(play.asked).toEqual(['close', 'write'])

    const restarted = new Play(play.session.record).feed({ type: 'start' })
    expect(restarted.asked).toEqual([])
    expect(viewOf(restarted)).toMatchObject({ status: 'attention', cause: { code: cause } })
  })

  it('inspects the store after an end without a code', () => {
    const play = new Play(recordWith()).toOnline().socket({ type: 'closed', close: { how: 'error' } })
    expect(play.asked).toEqual(['close'])
    play.after(60_000).alarm().alarm()
    expect(play.kind).toBe('queued')
    play.turn()
    expect(play.effects).toMatchObject([{ type: 'open', record: { linked: true } }])
  })

  it('gives its turn back when a login takes long, and still gives the login up', () => {
    const play = new Play(linked).feed({ type: 'start' }).turn().opened('linked')
    expect(holdsTurn(play.session.phase)).toBe(true)
    play.after(3_000).alarm()
    expect(play.kind).toBe('connecting')
    expect(holdsTurn(play.session.phase)).toBe(false)
    expect(waitsForNetwork(play.session)).toBe(true)
    play.after(37_000).alarm()
    expect(viewOf(play)).toMatchObject({ status: 'reconnecting', cause: { code: 'whatsapp-unavailable' } })
  })

  it('waits for the network also while it waits for its turn', () => {
    const play = new Play(recordWith()).toOnline().closed(428).after(500).alarm()
    expect(play.kind).toBe('rejoining')
    expect(waitsForNetwork(play.session)).toBe(true)
    play.turn()
    expect(waitsForNetwork(play.session)).toBe(false)
  })

  it('sends a login again that was sent into an outage, but leaves one alone that has only begun', () => {
    const play = new Play(linked).feed({ type: 'start' }).turn().opened('linked')
    play.after(900).feed({ type: 'nudge' })
    expect(play.kind).toBe('connecting')
    play.after(100).feed({ type: 'nudge' })
    expect(play.kind).toBe('rejoining')
    expect(play.asked).toEqual(['disconnect'])
    play.turn()
    expect(play.asked).toEqual(['disconnect', 'connect'])
  })

  it('lets go first what a person waits for', () => {
    const asked = (play: Play) => waitsForTurn(play.session.phase) && play.session.phase.asked
    const failed = () =>
      new Play(recordWith()).toOnline().closed(503).after(3_000).alarm().alarm().turn().closed(503)
    expect(asked(failed().after(10_000).alarm())).toBe(false)
    expect(asked(failed().feed({ type: 'command', command: 'retry' }))).toBe(true)
    const late = failed().after(10_000).alarm()
    const { epoch } = late
    expect(asked(late.feed({ type: 'command', command: 'retry' }))).toBe(true)
    expect(late.epoch).toBe(epoch)

    expect(asked(new Play(linked).feed({ type: 'start' }))).toBe(false)
    const linking = new Play(recordWith()).feed({ type: 'command', command: 'link' })
    expect(asked(linking.feed({ type: 'written', epoch: linking.epoch }))).toBe(true)
  })

  it('drops what an old socket says', () => {
    const play = new Play(recordWith()).toOnline()
    const old = play.epoch
    play.closed(428)
    const before = play.session
    play.feed({
      type: 'socket',
      epoch: old,
      event: { type: 'paired', number: '1', lid: null },
      takenBy: null,
    })
    expect(play.session).toBe(before)
    expect(play.effects).toEqual([])
  })
})

describe('restoring', () => {
  it('logs in without a QR', () => {
    const play = new Play(linked).feed({ type: 'start' })
    expect(play.kind).toBe('queued')
    play.turn()
    play.opened('linked', '573007915262')
    expect(play.asked).toEqual(['disconnect', 'connect'])
  })

  it('leaves stopped what the person stopped', () => {
    const play = new Play({ ...linked, wanted: false }).feed({ type: 'start' })
    expect(play.asked).toEqual([])
    expect(viewOf(play)).toMatchObject({ status: 'stopped', primary: 'connect' })
  })

  it('recognises a link that was made in the last moment before a crash', () => {
    const play = new Play(recordWith({ wanted: true })).feed({ type: 'start' })
    play.turn()
    play.opened('linked', '573007915262')
    expect(play.effects).toMatchObject([
      { type: 'write', record: { linked: true } },
      { type: 'disconnect' },
      { type: 'connect' },
    ])
  })

  it('never shows a QR that nobody asked for', () => {
    const play = new Play(recordWith({ wanted: true })).feed({ type: 'start' })
    play.turn()
    play.opened('blank')
    expect(viewOf(play)).toMatchObject({ status: 'unlinked', cause: null })
  })

  it('names a damaged store and offers clearing', () => {
    const play = new Play(linked).feed({ type: 'start' })
    play.turn()
    play.feed({
      type: 'open-failed',
      epoch: play.epoch,
      cause: { code: 'damaged-store', detail: null },
      about: null,
      snapshotAt: null,
    })
    expect(viewOf(play)).toMatchObject({
      status: 'attention',
      cause: { code: 'damaged-store' },
      primary: 'clear',
    })
  })

  it('looks again by itself at what may pass', () => {
    const play = new Play(linked).feed({ type: 'start' })
    play.turn()
    play.feed({
      type: 'open-failed',
      epoch: play.epoch,
      cause: { code: 'folder-in-use', detail: null },
      about: null,
      snapshotAt: null,
    })
    expect(viewOf(play)).toMatchObject({ status: 'unavailable', primary: 'retry' })
    expect(viewOf(play).allowed).not.toContain('clear')
    play.after(30_000).alarm()
    expect(play.kind).toBe('queued')
  })
})

describe('commands', () => {
  it('clear writes the next generation in one step, goes on to the QR, and can be undone', () => {
    const play = new Play({ ...linked, wanted: false }).feed({ type: 'command', command: 'clear' })
    expect(viewOf(play)).toMatchObject({ status: 'starting', activity: 'clearing' })
    expect(play.asked).toEqual(['close', 'write'])
    expect(play.session.record).toMatchObject({
      generation: 2,
      linked: false,
      sessionName: 'org_shop1',
      quarantine: [{ generation: 1, linked: true, ended: false }],
    })
    play.feed({ type: 'written', epoch: play.epoch }).turn()
    expect(play.effects).toMatchObject([{ type: 'open', record: { generation: 2, linked: false } }])
    play.opened('blank')
    play.socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
    expect(viewOf(play)).toMatchObject({ status: 'scan', undo: { number: '573007915262' } })

    play.feed({ type: 'command', command: 'undo-clear' })
    expect(play.session.record).toMatchObject({
      generation: 1,
      linked: true,
      nextGeneration: 3,
      quarantine: [],
    })
  })

  it('a clear that could not be written changes nothing', () => {
    const play = new Play({ ...linked, wanted: false }).feed({ type: 'command', command: 'clear' })
    play.feed({
      type: 'write-failed',
      epoch: play.epoch,
      cause: { code: 'disk-full', detail: null },
      onDisk: linked,
    })
    expect(play.session.record).toBe(linked)
    expect(viewOf(play)).toMatchObject({ status: 'unavailable', cause: { code: 'disk-full' } })
  })

  it('stop stops, also where that cannot be written', () => {
    const play = new Play(linked).feed({ type: 'start' }, { type: 'command', command: 'stop' })
    const fail = (epoch: number) =>
      play.feed({
        type: 'write-failed',
        epoch,
        cause: { code: 'disk-full', detail: null },
        onDisk: linked,
      })
    fail(play.epoch)
    expect(viewOf(play).status).toBe('stopped')
    expect(play.session.record.wanted).toBe(false)
    play.feed({ type: 'patrol', folderThere: true }, { type: 'nudge' }).after(60_000).alarm()
    expect(viewOf(play).status).toBe('stopped')

    play.feed({ type: 'remove' })
    fail(play.epoch)
    expect(viewOf(play).status).toBe('unavailable')
    expect(play.session.record.removedAt).toBeNull()
  })

  it('two clears are one', () => {
    const play = new Play({ ...linked, wanted: false }).feed({ type: 'command', command: 'clear' })
    const once = play.session
    play.feed({ type: 'command', command: 'clear' })
    expect(play.session).toBe(once)
  })

  it('undo stays as long as there is something to bring back, and is absent where WhatsApp had ended the link', () => {
    const cleared = new Play({ ...linked, wanted: false }).feed({ type: 'command', command: 'clear' })
    cleared.feed({ type: 'written', epoch: cleared.epoch })
    const rested = new Play({ ...cleared.session.record, wanted: false })
    rested.now = cleared.now
    expect(viewOf(rested).allowed).toContain('undo-clear')
    rested.after(7 * DAY_MS).feed({ type: 'expire' })
    expect(viewOf(rested)).toMatchObject({ undo: { until: rested.now + DAY_MS } })
    rested.after(DAY_MS).feed({ type: 'expire' })
    expect(viewOf(rested)).toMatchObject({ undo: null })
    expect(viewOf(rested).allowed).not.toContain('undo-clear')

    const ended = new Play({ ...linked, heldBy: { code: 'unlinked-from-phone', detail: 401 } })
    ended.feed({ type: 'command', command: 'link' })
    expect(ended.session.record).toMatchObject({ generation: 2, quarantine: [{ ended: true }] })
  })

  const aside = { generation: 1, clearedAt: 0, linked: true, number: '573007915262', lid: null, ended: false }
  const kept = { ...linked, wanted: false, generation: 2, nextGeneration: 3, quarantine: [aside] }
  const look = { type: 'expire' } as const

  it('what has been in quarantine for too long goes once that was seen for a day', () => {
    const play = new Play(kept).feed(look)
    expect(play.asked).toEqual(['sweep'])
    play.after(7 * DAY_MS).feed(look)
    expect(play.asked).toEqual(['write', 'sweep'])
    play.feed(look)
    expect(play.asked).toEqual(['sweep'])
    // The note outlives the program.
    const later = new Play(play.session.record).after(8 * DAY_MS).feed(look)
    expect(later.asked).toEqual(['write', 'discard', 'sweep'])
    expect(later.session.record).toMatchObject({ quarantine: [], overdue: [] })
  })

  it('a clock that was ahead for a while deletes nothing', () => {
    const play = new Play(kept).after(3_650 * DAY_MS).feed(look)
    expect(play.asked).toEqual(['write', 'sweep'])
    play.after(-3_650 * DAY_MS).feed(look)
    expect(play.session.record).toMatchObject({ quarantine: [aside], overdue: [] })
    play
      .after(7 * DAY_MS)
      .feed(look)
      .after(-DAY_MS / 2)
      .feed(look)
    expect(play.session.record.quarantine).toEqual([aside])
  })

  it('what is still another installation’s stays', () => {
    const foreign = new Play({ ...kept, elsewhere: true }).after(7 * DAY_MS).feed(look)
    expect(foreign.after(DAY_MS).feed(look).asked).toEqual([])
    expect(foreign.session.record.quarantine).toEqual([aside])
  })

  it('log out waits for WhatsApp, then rests unlinked in a new generation', () => {
    const play = new Play(recordWith()).toOnline().feed({ type: 'command', command: 'log-out' })
    expect(play.asked).toEqual(['log-out'])
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: true })
    expect(play.asked).toEqual(['close', 'write'])
    play.feed({ type: 'written', epoch: play.epoch })
    expect(viewOf(play)).toMatchObject({ status: 'unlinked', cause: null, undo: null })
    expect(play.session.record).toMatchObject({ generation: 2, linked: false, wanted: false })
  })

  it('a log out that WhatsApp did not hear keeps the link', () => {
    const play = new Play(recordWith()).toOnline().feed({ type: 'command', command: 'log-out' })
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: false })
    expect(play.kind).toBe('waiting')
    expect(play.session.record.linked).toBe(true)
  })

  it('a log out whose confirmation was lost is finished when WhatsApp no longer knows the link', () => {
    const play = new Play(recordWith()).toOnline().feed({ type: 'command', command: 'log-out' })
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: false })
    play.after(60_000).alarm().turn().closed(401)
    expect(play.asked).toEqual(['close', 'write'])
    play.feed({ type: 'written', epoch: play.epoch })
    expect(viewOf(play)).toMatchObject({ status: 'unlinked', cause: null })
  })

  it('stop and connect keep the link', () => {
    const play = new Play(recordWith()).toOnline().feed({ type: 'command', command: 'stop' })
    play.feed({ type: 'written', epoch: play.epoch })
    expect(viewOf(play)).toMatchObject({ status: 'stopped' })
    play.feed({ type: 'command', command: 'connect' }).feed({ type: 'written', epoch: play.epoch })
    expect(play.kind).toBe('queued')
    expect(play.session.record).toMatchObject({ wanted: true, linked: true, generation: 1 })
  })
})

it('settings that change nothing change no session', () => {
  const play = new Play(recordWith())
  const before = play.session
  play.feed({ type: 'settings', settings: { ...before.settings } })
  expect(play.session).toBe(before)
  play.feed({ type: 'settings', settings: { ...before.settings, snapshotMs: 1 } })
  expect(play.session.settings.snapshotMs).toBe(1)
})

describe('the copies of a store that works', () => {
  const HOUR = 60 * 60 * 1000

  it('are made with the first traffic, and again when the last one is as old as the person allows', () => {
    const play = new Play(recordWith()).toOnline()
    expect(play.asked).toContain('snapshot')
    play.after(23 * HOUR).socket({ type: 'traffic' })
    expect(play.asked).not.toContain('snapshot')
    play.after(HOUR).socket({ type: 'traffic' })
    expect(play.asked).toContain('snapshot')

    play.feed({ type: 'settings', settings: { ...play.session.settings, snapshotMs: 3 * 24 * HOUR } })
    play.after(3 * 24 * HOUR - 1).socket({ type: 'traffic' })
    expect(play.asked).not.toContain('snapshot')
    play.after(1).socket({ type: 'traffic' })
    expect(play.asked).toContain('snapshot')
  })
})
