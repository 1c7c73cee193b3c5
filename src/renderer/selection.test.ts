import { describe, expect, it } from 'vitest'
import type { OrganizationView } from '../contract/session-view.ts'
import { selectionAfter } from './selection.ts'

function list(...ids: string[]): OrganizationView[] {
  return ids.map((id) => ({
    id,
    name: id,
    sessionName: id,
    lastNumber: null,
    previousNumber: null,
    session: {
      status: 'unlinked',
      cause: null,
      primary: null,
      allowed: [],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
      source: null,
    },
  }))
}

describe('selectionAfter', () => {
  it('stays with the organization in view', () => {
    expect(selectionAfter(list('a', 'b'), list('c', 'b'), 'b')).toBe('b')
    expect(selectionAfter(list('a'), list('a', 'b'), null)).toBeNull()
  })

  it('moves on to what takes its place, or to the one before', () => {
    expect(selectionAfter(list('a', 'b', 'c'), list('a', 'c'), 'b')).toBe('c')
    expect(selectionAfter(list('a', 'b', 'c'), list('a', 'b'), 'c')).toBe('b')
    expect(selectionAfter(list('a', 'b', 'c'), list('a'), 'b')).toBe('a')
    expect(selectionAfter(list('a'), list(), 'a')).toBeNull()
  })

  it('waits for one that was just created', () => {
    expect(selectionAfter(list('a'), list('a'), 'new')).toBe('new')
  })
})
