import { describe, expect, it } from 'vitest'
import type { Restriction } from '../../contract/restriction.ts'
import { recordWith } from '../test-support/records.ts'
import { isLocked, lockBehindRemoval, restrictionWarnings, withRestriction } from './restrictions.ts'

const NUMBER = '573007915262'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const record = recordWith({ linked: true, lastNumber: NUMBER, lid: '1234' })

const lock = (restriction: Restriction | null) =>
  ({ type: 'restriction', sort: 'time-lock', restriction }) as const
const locked = withRestriction(record, 0, lock({ kind: 'new-chats', until: HOUR }))

describe('a time lock', () => {
  it('lasts until its end, and a day where WhatsApp names none', () => {
    expect(isLocked(locked, HOUR - 1)).toBe(true)
    expect(isLocked(locked, HOUR)).toBe(false)
    const open = withRestriction(record, 0, lock({ kind: 'new-chats', until: null }))
    expect(isLocked(open, 24 * HOUR - 1)).toBe(true)
    expect(isLocked(open, 24 * HOUR)).toBe(false)
  })

  it('that is said again changes nothing; another end does', () => {
    expect(withRestriction(locked, MINUTE, lock({ kind: 'new-chats', until: HOUR }))).toBe(locked)
    const longer = withRestriction(locked, MINUTE, lock({ kind: 'new-chats', until: 2 * HOUR }))
    expect(longer.restrictions).toEqual([
      { kind: 'new-chats', until: 2 * HOUR, number: NUMBER, lid: '1234', since: 0 },
    ])
  })

  it('is why a device was removed while it lasts and for minutes after, however it ended', () => {
    expect(lockBehindRemoval(record, 0)).toBeNull()
    expect(lockBehindRemoval(locked, HOUR + 9 * MINUTE)).toEqual({ kind: 'new-chats', until: HOUR })
    expect(lockBehindRemoval(locked, HOUR + 10 * MINUTE)).toBeNull()
    const lifted = withRestriction(locked, MINUTE, lock(null))
    expect(isLocked(lifted, MINUTE)).toBe(false)
    expect(lockBehindRemoval(lifted, 2 * MINUTE)).not.toBeNull()
    expect(lockBehindRemoval(lifted, 11 * MINUTE)).toBeNull()
  })

  it('is another account’s once another is linked, and stays with one that changed its number', () => {
    const other = { ...locked, lastNumber: '573126809496', lid: '9' }
    expect(restrictionWarnings(other, 1)).toEqual([])
    expect(lockBehindRemoval(other, 1)).toBeNull()
    expect(restrictionWarnings({ ...locked, lastNumber: '573126809496' }, 1)).toHaveLength(1)
  })

  it('leaves what is known of new chats alone', () => {
    const cap = {
      type: 'restriction',
      sort: 'chat-cap',
      restriction: { kind: 'chat-cap', until: HOUR },
    } as const
    const both = withRestriction(locked, MINUTE, cap)
    expect(
      restrictionWarnings(both, MINUTE)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['chat-cap', 'time-lock'])
    const lifted = withRestriction(both, 2 * MINUTE, lock(null))
    expect(restrictionWarnings(lifted, 2 * MINUTE).map(({ code }) => code)).toEqual(['chat-cap'])
    expect(withRestriction(record, 0, lock(null))).toBe(record)
  })
})
