import { describe, expect, it } from 'vitest'
import type { SessionState, SessionView } from '../../../contract/session-view.ts'
import { confirming, ONLINE, shownSession } from '../../test-support/sessions.ts'
import {
  answeredReset,
  causeInView,
  goesOn,
  openedReset,
  pressedReset,
  type Reset,
  RESET_STEPS,
  resetAfter,
  resetProgress,
} from './reset.ts'

const DAMAGED: SessionState = {
  status: 'attention',
  cause: { code: 'damaged-store', detail: null },
  about: null,
}
const CLEARING: SessionState = { status: 'starting', activity: 'clearing' }
const CONNECTING: SessionState = { status: 'starting', activity: 'connecting' }
const SCAN: SessionState = { status: 'scan', qr: null, phoneCode: null, cause: null }
const LINKING: SessionState = { status: 'linking', step: 'linking', passkey: null }
const FULL: SessionState = { status: 'unavailable', cause: { code: 'disk-full', detail: null }, about: null }

const damaged = shownSession(DAMAGED, ['clear'])
const online = shownSession(ONLINE)

/** The reset after these states, from the second click on. */
function after(...states: readonly SessionView[]): Reset {
  return states.reduce(resetAfter, answeredReset(pressedReset(openedReset(damaged)), damaged, true))
}

function progress(reset: Reset, session: SessionView): string {
  return RESET_STEPS.map((step) => resetProgress(step, reset, session)).join(' ')
}

describe('the guided reset', () => {
  it('does nothing before the second click, whatever the session does', () => {
    const asked = openedReset(damaged)
    expect(resetAfter(asked, shownSession(CLEARING))).toBe(asked)
    expect(resetAfter(asked, online)).toBe(asked)
  })

  it('waits for main, and can be pressed again where it was refused', () => {
    const sent = pressedReset(openedReset(damaged))
    expect(answeredReset(sent, damaged, false).stage).toBe('asking')
    expect(answeredReset(sent, damaged, true).stage).toBe('taken')
    expect(answeredReset(after(shownSession(CLEARING)), damaged, true).stage).toBe('running')
  })

  it('does not take what the session does by itself for the clear, as while a PIN is asked for', () => {
    const sent = pressedReset(openedReset(damaged))
    expect([shownSession(CONNECTING), online].reduce(resetAfter, sent)).toBe(sent)
    expect(resetAfter(sent, shownSession(CLEARING)).stage).toBe('running')
    expect(after(damaged).stage).toBe('taken')
  })

  it('ticks from the clear to the new link by itself', () => {
    const way = [CLEARING, CONNECTING, SCAN, LINKING].map((state) => shownSession(state))
    const seen = way.map((session, at) => progress(after(...way.slice(0, at + 1)), session))
    expect(seen).toEqual([
      'done current ahead ahead',
      'done done current ahead',
      'done done current ahead',
      'done done done current',
    ])
    const done = after(...way, online)
    expect(done.stage).toBe('done')
    expect(progress(done, online)).toBe('done done done done')
  })

  it('stays at its end until it is closed', () => {
    const done = after(shownSession(CLEARING), shownSession(SCAN), online)
    expect(resetAfter(done, damaged)).toBe(done)
  })

  it('goes back to the question where nothing could be cleared, and says what was in the way', () => {
    const failed = after(shownSession(CLEARING), shownSession(FULL, ['retry', 'clear']))
    expect(failed).toMatchObject({ stage: 'asking', obstacle: { code: 'disk-full' } })
    // The old link coming back by itself is not the end of a reset.
    expect(resetAfter(failed, online).stage).toBe('asking')
    expect(pressedReset(failed).obstacle).toBeNull()
  })

  it('goes on where the disk refused only after the clear', () => {
    const session = shownSession(FULL, ['retry'])
    const stuck = after(shownSession(CLEARING), session)
    expect(stuck.stage).toBe('running')
    expect(progress(stuck, session)).toBe('done done current ahead')
  })

  it('does not lose its place when a code has expired', () => {
    const expired = shownSession({ status: 'unlinked', cause: { code: 'not-scanned', detail: null } })
    const reset = after(shownSession(CLEARING), shownSession(SCAN), expired)
    expect(reset.stage).toBe('running')
    expect(progress(reset, expired)).toBe('done done current ahead')
    expect(goesOn('link')).toBe(true)
    expect(goesOn('undo-clear')).toBe(false)
  })

  it('leads through a passkey as well', () => {
    const offered = shownSession(confirming('offered'))
    const reset = after(shownSession(CLEARING), shownSession(SCAN), offered)
    expect(progress(reset, offered)).toBe('done done done current')
    const answers = ['use-passkey', 'use-passkey-otherwise', 'confirm-code', 'deny-code'] as const
    expect(answers.filter(goesOn)).toEqual(answers)
  })

  it('keeps the support code in view until the new link works', () => {
    const clearing = shownSession(CLEARING)
    expect(causeInView(after(clearing), clearing)?.code).toBe('damaged-store')
    expect(causeInView(after(clearing, shownSession(SCAN)), shownSession(SCAN))?.code).toBe('damaged-store')
    expect(causeInView(after(clearing), shownSession(FULL))?.code).toBe('disk-full')
    expect(causeInView(after(clearing, online), online)).toBeNull()
  })
})
