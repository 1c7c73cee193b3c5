import { describe, expect, it } from 'vitest'
import type { SessionState } from '../../../contract/session-view.ts'
import { inState, organizationView } from '../../test-support/organization-view.ts'
import { inTrouble, troubledSince } from './trouble.ts'

const REPLACED: SessionState = { status: 'attention', cause: { code: 'replaced', detail: 440 }, about: null }
const FULL: SessionState = { status: 'unavailable', cause: { code: 'disk-full', detail: null }, about: null }

describe('inTrouble', () => {
  it('is whoever waits for a person', () => {
    expect(inTrouble(inState('a', REPLACED))).toBe(true)
    expect(inTrouble(inState('a', FULL))).toBe(true)
    expect(inTrouble(organizationView('a'))).toBe(false)
    expect(inTrouble(organizationView('a', {}, '573007915262'))).toBe(false)
  })
})

describe('troubledSince', () => {
  it('adds who is new in trouble and keeps who is well again', () => {
    const first = troubledSince([inState('a', REPLACED), organizationView('b')], new Set())
    expect(first).toEqual(new Set(['a']))
    expect(troubledSince([organizationView('a'), inState('b', FULL)], first)).toEqual(new Set(['a', 'b']))
  })

  it('is the same set where nobody is new, so that nothing is drawn again', () => {
    const since = new Set(['a'])
    expect(troubledSince([organizationView('a'), organizationView('b')], since)).toBe(since)
  })
})
