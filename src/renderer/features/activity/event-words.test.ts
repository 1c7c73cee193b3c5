import { describe, expect, it } from 'vitest'
import type { ActivityEvent } from '../../../contract/activity.ts'
import { textIn } from '../../../text/text.ts'
import { daysOf } from './days-of.ts'
import { eventWords } from './event-words.ts'

const NOW = new Date(2026, 7, 4, 12, 0).getTime()
const MINUTE = 60_000
const es = textIn('es')

describe('the sentences of events', () => {
  it('say what happened and how long it lasted', () => {
    const cause = { code: 'network', detail: null } as const
    const down = { at: NOW, what: 'down', state: 'reconnecting', cause, ongoing: false } as const
    const words = (event: ActivityEvent) => eventWords(event, es)
    expect(words({ ...down, backAt: NOW + 3 * MINUTE })).toBe(
      'Se cortó la conexión con WhatsApp. Reconectada a los 3 min.',
    )
    expect(words({ ...down, backAt: null, ongoing: true })).toBe(
      'Se cortó la conexión con WhatsApp. Sigue así.',
    )
    expect(words({ at: NOW, what: 'away', how: 'closed', until: NOW + 540 * MINUTE })).toBe(
      'Enlace estuvo cerrado 9 h.',
    )
    expect(words({ at: NOW, what: 'linked', number: '573007915262', former: null })).toBe(
      'Se vinculó el **+57 300 791 5262**.',
    )
  })
})

describe('the days of events', () => {
  it('are named as people do, the newest first', () => {
    const event = (daysAgo: number): ActivityEvent => ({
      at: NOW - daysAgo * 24 * 60 * MINUTE,
      what: 'stopped',
    })
    const days = daysOf([event(0), event(0), event(1), event(3)], NOW, 'es', es.history.events)
    expect(days.map(({ name, events }) => [name, events.length])).toEqual([
      ['Hoy', 2],
      ['Ayer', 1],
      ['sábado, 1 de agosto', 1],
    ])
  })
})
