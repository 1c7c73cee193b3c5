import { describe, expect, it } from 'vitest'
import { textIn } from '../../../text/text.ts'
import { inState, organizationView } from '../../test-support/organization-view.ts'
import { asksNow, ASKING, questionOf } from './question.ts'

const es = textIn('es')

describe('the question before a command', () => {
  it('says the number that the session has now, however many it had before', () => {
    const online = organizationView('optica', { lastNumber: '573126809496' }, '573007915262')
    for (const command of ['test', 'change-number'] as const) {
      const [body = ''] = questionOf(command, online, es).body
      expect(body).toContain('+57 300 791 5262')
      expect(body).not.toContain('+57 312 680 9496')
    }
  })

  it('says the last number while the session is not connected', () => {
    const stopped = organizationView('optica', { lastNumber: '573126809496' })
    expect(questionOf('change-number', stopped, es).body[0]).toContain('+57 312 680 9496')
  })

  it('goes back from the number of now to the one of before, where each is known', () => {
    const { session, ...facts } = organizationView('optica', {}, '573007915262')
    const undo = { clearedAt: 0, until: 1, number: '573126809496' }
    const [back, replaced] = questionOf('undo-clear', { ...facts, session: { ...session, undo } }, es).body
    expect(back).toContain('+57 312 680 9496')
    expect(replaced).toContain('+57 300 791 5262')

    const unknown = organizationView('optica')
    expect(questionOf('undo-clear', unknown, es).body).toEqual([
      es.undoClear.back(null),
      es.undoClear.replaced(null),
    ])
  })

  it('has a button that is found by a name of its own', () => {
    const organization = organizationView('optica')
    const names = ASKING.map((command) => questionOf(command, organization, es).testId)
    expect(new Set(names).size).toBe(ASKING.length)
  })
})

describe('whether a command asks', () => {
  it('is sure of going back alone, and only where it takes the place of a link', () => {
    const unlinked = inState('optica', { status: 'unlinked', cause: null })
    const online = organizationView('optica', {}, '573007915262')
    expect(asksNow('undo-clear', unlinked)).toBe(false)
    expect(asksNow('undo-clear', online)).toBe(true)
    expect(asksNow('log-out', unlinked)).toBe(true)
  })
})
