import { describe, expect, it } from 'vitest'
import type { Happening, ShownState } from '../../contract/activity.ts'
import type { OrganizationView, SessionCommand } from '../../contract/session-view.ts'
import type { Occurrence } from '../session/events.ts'
import { happenings, sameShown, shownIn } from './happenings.ts'
import { Play } from '../session/test-support/play.ts'
import { recordWith } from '../test-support/records.ts'
import { organizationView } from '../session/view.ts'

const NUMBER = '573007915262'
const OTHER = '573126809496'

/** Plays a session and keeps what was shown after each event, as the chronicle does. */
class Watched extends Play {
  states: ShownState[] = []
  found: Happening[] = []
  #last: OrganizationView = organizationView(this.session, this.now, () => '')

  override feed(...occurrences: readonly Occurrence[]): this {
    for (const occurrence of occurrences) {
      super.feed(occurrence)
      const view = organizationView(this.session, this.now, () => '')
      this.found.push(...happenings(this.#last, view))
      if (!sameShown(shownIn(this.#last), shownIn(view))) this.states.push(shownIn(view).state)
      this.#last = view
    }
    return this
  }

  press(command: SessionCommand): this {
    return this.feed({ type: 'command', command })
  }

  written(): this {
    return this.feed({ type: 'written', epoch: this.epoch })
  }

  open(number: string): this {
    return this.socket({ type: 'open', number, lid: null, accountName: null, platform: null }).socket({
      type: 'traffic',
    })
  }
}

function linked(): Watched {
  const play = new Watched(recordWith()).toOnline()
  play.found = []
  play.states = []
  return play
}

describe('what happened between two views', () => {
  it('is a link, once, with its number', () => {
    const play = new Watched(recordWith()).toOnline()
    expect(play.found).toEqual([{ what: 'linked', number: NUMBER, former: null }])
    expect(play.states.at(-1)).toBe('online')
  })

  it('is nothing while a flicker is not shown, and nothing but the outage when it is', () => {
    const short = linked().closed(428).after(1_000)
    expect(short.states).toEqual([])
    const long = linked().closed(428).after(3_000).alarm().alarm()
    expect(long.states).toEqual(['reconnecting'])
    expect(long.found).toEqual([])
  })

  it('is a clear, and its undoing', () => {
    const play = linked().press('stop').written().press('clear').written()
    expect(play.found).toEqual([{ what: 'cleared' }])
    play.turn().opened('blank').socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
    play.press('undo-clear')
    expect(play.found).toEqual([{ what: 'cleared' }, { what: 'undone' }])
  })

  it('is a log-out that WhatsApp heard', () => {
    const play = linked().press('log-out')
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: true }).written()
    expect(play.found).toEqual([{ what: 'logged-out' }])
    expect(play.states).toEqual(['logging-out', 'unlinked'])
  })

  it('is no log-out where WhatsApp did not hear it', () => {
    const play = linked().press('log-out')
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: false })
    expect(play.found).toEqual([])
  })

  it('is another number, with the one before', () => {
    const play = linked().press('change-number')
    play.feed({ type: 'logged-out', epoch: play.epoch, confirmed: true }).written().turn().opened('blank')
    play.socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
    play.socket({ type: 'paired', number: OTHER, lid: null }).closed(515).open(OTHER)
    expect(play.found).toEqual([{ what: 'logged-out' }, { what: 'linked', number: OTHER, former: NUMBER }])
  })

  it('is what a repair did', () => {
    const play = linked().press('verify').written().turn().opened('linked', NUMBER)
    expect(play.found).toEqual([{ what: 'repaired', step: 'verify' }])
  })

  it('is the result of a test, once', () => {
    const play = linked().press('test').socket({ type: 'test', result: 'link-good' })
    expect(play.found).toEqual([])
    play.socket({ type: 'test', result: 'phone-alive' }).socket({ type: 'traffic' })
    expect(play.found).toEqual([{ what: 'tested', result: 'alive' }])
  })

  it('is what WhatsApp does not allow, once, also where it removes the device with it', () => {
    const restriction = { kind: 'new-chats', until: 10_000_000_000 } as const
    const play = linked().socket({ type: 'restriction', sort: 'time-lock', restriction })
    play.socket({ type: 'restriction', sort: 'time-lock', restriction }).closed(401)
    expect(play.found).toEqual([{ what: 'limited', ...restriction }])
    expect(play.states).toEqual(['attention'])
  })
})
