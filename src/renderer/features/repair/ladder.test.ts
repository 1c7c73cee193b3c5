import { describe, expect, it } from 'vitest'
import type { Finding, SessionCommand, SessionView } from '../../../contract/session-view.ts'
import { hasLadder, ladderOf } from './ladder.ts'
import { remedyOf } from './remedy.ts'

const REST = {
  primary: null,
  warnings: [],
  undo: null,
  snapshotAt: null,
  report: null,
  previous: null,
  source: null,
} as const

function stopped(...allowed: SessionCommand[]): SessionView {
  return { status: 'stopped', elsewhere: false, ...REST, allowed }
}

function attention(...allowed: SessionCommand[]): SessionView {
  const cause = { code: 'damaged-store', detail: null } as const
  return { status: 'attention', cause, about: null, ...REST, allowed }
}
describe('the repair ladder', () => {
  it('always has its five rungs in order, and presses only what main allows', () => {
    expect(ladderOf(stopped('connect', 'clear', 'verify'))).toEqual([
      { name: 'reconnect', command: 'connect' },
      { name: 'verify', command: 'verify' },
      { name: 'renew', command: null },
      { name: 'restore-snapshot', command: null },
      { name: 'clear', command: 'clear' },
    ])
  })

  it('is offered where there is a step between reconnecting and clearing', () => {
    expect(hasLadder(attention('clear'))).toBe(false)
    expect(hasLadder(attention('verify', 'clear'))).toBe(true)
    expect(hasLadder(attention('restore-snapshot'))).toBe(true)
  })

  it('is offered where a stopped session may be cleared', () => {
    expect(hasLadder(stopped('connect'))).toBe(false)
    expect(hasLadder(stopped('connect', 'clear'))).toBe(true)
  })
})

describe('remedyOf', () => {
  const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
    code,
    severity,
    count: 1,
  })

  it('is nothing for what is put right already', () => {
    expect(remedyOf(finding('code-abandoned', 'note'), attention('clear'))).toBe('none')
  })

  it('is the least that helps and is allowed', () => {
    const broken = finding('seal-broken', 'damage')
    expect(remedyOf(broken, attention('restore-snapshot', 'renew', 'clear'))).toBe('restore')
    expect(remedyOf(broken, attention('renew', 'clear'))).toBe('clear')
    expect(remedyOf(broken, attention('retry'))).toBe('support')
    expect(remedyOf(finding('pre-keys-missing', 'damage'), attention('renew', 'clear'))).toBe('renew')
  })
})
