import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PASSKEY_TROUBLES, type PasskeyWay } from '../../contract/passkey.ts'
import type { SessionView } from '../../contract/session-view.ts'
import type { SocketEvent } from '../ports.ts'
import { recordWith } from '../test-support/records.ts'
import { alarmOf } from './session.ts'
import { Play } from './test-support/play.ts'
import { organizationView } from './view.ts'

const BOTH: readonly PasskeyWay[] = ['window', 'browser']
const CODE = '8BMW-NBF7'

const asked = (ways = BOTH) => new Play(recordWith()).toScan().socket({ type: 'passkey-asked', ways })
const command = (play: Play, name: SessionView['allowed'][number]) =>
  play.feed({ type: 'command', command: name })
const signing = () => command(asked(), 'use-passkey')
const waiting = () => signing().socket({ type: 'passkey-taken' })
const comparing = () => waiting().socket({ type: 'passkey-code', code: CODE, compare: true })
const finishing = () => waiting().socket({ type: 'passkey-code', code: CODE, compare: false })
const viewOf = (play: Play) => organizationView(play.session, play.now, () => '').session
const held = (passkey: string) => ({
  status: 'attention',
  cause: { code: 'passkey-required', passkey },
  primary: 'link',
  allowed: ['link'],
})

describe('a link that has to be confirmed with a passkey', () => {
  it('offers the best way first, the other below, and a way back', () => {
    expect(viewOf(asked())).toMatchObject({
      status: 'linking',
      step: 'confirming',
      passkey: { step: 'offered', way: 'window', otherWay: 'browser', code: null, trouble: null },
      primary: 'use-passkey',
      allowed: ['use-passkey', 'use-passkey-otherwise', 'cancel-link'],
    })
    expect(viewOf(asked(['browser']))).toMatchObject({
      passkey: { way: 'browser', otherWay: null },
      allowed: ['use-passkey', 'cancel-link'],
    })
  })

  it('says so where this computer has nothing to use one with', () => {
    expect(viewOf(asked([]))).toMatchObject(held('no-way'))
  })

  it('signs the way that was chosen', () => {
    const first = command(asked(), 'use-passkey')
    expect(first.effects).toEqual([{ type: 'use-passkey', epoch: first.epoch, way: 'window' }])
    const other = command(asked(), 'use-passkey-otherwise')
    expect(other.effects).toEqual([{ type: 'use-passkey', epoch: other.epoch, way: 'browser' }])
    expect(viewOf(other)).toMatchObject({ passkey: { step: 'signing', way: 'browser', otherWay: 'window' } })
  })

  it('a second press, and a second question of WhatsApp’s, change nothing', () => {
    const play = signing()
    const before = play.session
    expect(command(play, 'use-passkey').effects).toEqual([])
    play.socket({ type: 'passkey-asked', ways: ['browser'] })
    expect(play.session).toEqual(before)
  })

  it('goes on to the link as any other', () => {
    const play = finishing()
    expect(viewOf(play)).toMatchObject({ passkey: { step: 'finishing', code: CODE } })
    play.socket({ type: 'paired', number: '573007915262', lid: null })
    expect(viewOf(play)).toMatchObject({ status: 'linking', step: 'scanned', passkey: null })
    expect(play.session.record.linked).toBe(true)
  })

  it('waits for the person where the codes have to be compared', () => {
    const play = comparing()
    expect(viewOf(play)).toMatchObject({
      passkey: { step: 'comparing', code: CODE },
      primary: 'confirm-code',
      allowed: ['confirm-code', 'deny-code', 'cancel-link'],
    })
    expect(command(play, 'confirm-code').effects).toEqual([{ type: 'confirm-code', epoch: play.epoch }])
    expect(viewOf(play)).toMatchObject({ passkey: { step: 'finishing', code: CODE } })
  })

  it('stops where they differ', () => {
    const play = command(comparing(), 'deny-code')
    expect(viewOf(play)).toMatchObject(held('codes-differ'))
    expect(play.asked).toContain('close')
  })

  it('can be tried again, three times in all', () => {
    const play = signing().socket({ type: 'passkey-trouble', why: 'refused' })
    expect(viewOf(play)).toMatchObject({ passkey: { step: 'offered', trouble: 'refused' } })
    command(play, 'use-passkey').socket({ type: 'passkey-taken' })
    play.socket({ type: 'passkey-trouble', why: 'phone-silent' })
    expect(viewOf(play)).toMatchObject({ passkey: { step: 'offered', trouble: 'phone-silent' } })
    command(play, 'use-passkey').socket({ type: 'passkey-trouble', why: 'not-accepted' })
    expect(viewOf(play)).toMatchObject(held('not-accepted'))
    expect(play.asked).toContain('close')
  })

  it('a way that cannot be opened leaves the other, and is no try', () => {
    const play = signing().socket({ type: 'passkey-trouble', why: 'no-way' })
    expect(viewOf(play)).toMatchObject({
      passkey: { step: 'offered', way: 'browser', otherWay: null, trouble: 'no-way' },
    })
    command(play, 'use-passkey').socket({ type: 'passkey-trouble', why: 'no-way' })
    expect(viewOf(play)).toMatchObject(held('no-way'))
  })

  it('what WhatsApp says of the account meanwhile is told as ever', () => {
    expect(viewOf(waiting().closed(403))).toMatchObject({
      status: 'attention',
      cause: { code: 'restricted' },
    })
    expect(viewOf(waiting().closed(406))).toMatchObject({ status: 'attention', cause: { code: 'banned' } })
  })

  it('another organization’s turn is no try of this one', () => {
    const play = asked()
    for (let n = 0; n < 5; n += 1) {
      command(play, 'use-passkey').socket({ type: 'passkey-trouble', why: 'busy' })
      expect(viewOf(play)).toMatchObject({ passkey: { step: 'offered', trouble: 'busy' } })
    }
  })

  it.each([
    ['offered', asked, 'expired'],
    ['signing', signing, 'expired'],
    ['waiting', waiting, 'phone-silent'],
    ['comparing', comparing, 'expired'],
    ['finishing', finishing, 'phone-silent'],
  ])('%s is given up in the end', (_, start, why) => {
    const play = start()
    const due = alarmOf(play.session)
    expect(due).not.toBeNull()
    play.after((due ?? 0) - play.now).alarm()
    expect(viewOf(play)).toMatchObject(held(why))
    expect(play.asked).toContain('close')
  })

  it.each([
    ['offered', asked],
    ['signing', signing],
    ['waiting', waiting],
    ['comparing', comparing],
    ['finishing', finishing],
  ])('%s: whatever ends the connection ends it, without another attempt', (_, start) => {
    for (const code of [401, 408, 428, 503, 515]) {
      const play = start().closed(code)
      expect(viewOf(play)).toMatchObject(held('dropped'))
      expect(play.asked).not.toContain('connect')
    }
  })

  it('says that WhatsApp did not take it where the link that comes does not fit', () => {
    const play = finishing().socket({ type: 'closed', close: { how: 'pairing-failed' } })
    expect(viewOf(play)).toMatchObject(held('not-accepted'))
  })

  it.each([
    ['offered', asked],
    ['signing', signing],
    ['waiting', waiting],
    ['comparing', comparing],
    ['finishing', finishing],
  ])('%s: cancelled, everything is as before', (_, start) => {
    const play = command(start(), 'cancel-link')
    expect(viewOf(play)).toMatchObject({ status: 'unlinked', cause: null })
    expect(play.session.record).toMatchObject({ linked: false, wanted: false, heldBy: null })
    expect(play.asked).toContain('close')
  })

  it('is offered to nobody whose session is linked', () => {
    const play = new Play(recordWith()).toOnline()
    const before = play.session
    play.socket({ type: 'passkey-asked', ways: BOTH })
    expect(play.session).toEqual(before)
  })
})

const SAID: readonly SocketEvent[] = [
  { type: 'passkey-asked', ways: BOTH },
  { type: 'passkey-taken' },
  { type: 'passkey-code', code: CODE, compare: true },
  { type: 'passkey-code', code: CODE, compare: false },
  ...PASSKEY_TROUBLES.map((why) => ({ type: 'passkey-trouble', why }) as const),
  { type: 'closed', close: { how: 'code', code: 428 } },
  { type: 'qr', text: 'b', lifeMs: 20_000, index: 2, of: 6 },
]
const PRESSED = ['use-passkey', 'use-passkey-otherwise', 'confirm-code', 'deny-code', 'cancel-link'] as const

it('whatever comes in whatever order, without the phone’s word nothing is linked, and it never waits for ever', () => {
  const step = fc.oneof(fc.constantFrom(...SAID), fc.constantFrom(...PRESSED), fc.constant('alarm' as const))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const play = asked()
      for (const next of steps) {
        if (next === 'alarm') play.after(700_000).alarm()
        else if (typeof next === 'string') command(play, next)
        else play.socket(next)
        const { record, phase } = play.session
        expect(record.linked).toBe(false)
        const ends = alarmOf(play.session) !== null
        expect(phase.kind === 'confirming' ? ends : ['attention', 'unlinked'].includes(phase.kind)).toBe(true)
      }
    }),
  )
})
