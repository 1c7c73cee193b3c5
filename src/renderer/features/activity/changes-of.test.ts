import { expect, it } from 'vitest'
import type { OrganizationView, SessionState } from '../../../contract/session-view.ts'
import { ONLINE } from '../../test-support/sessions.ts'
import { changesOf } from './changes-of.ts'

function changes(state: SessionState, report: OrganizationView['session']['report'] = null): string {
  return changesOf({
    id: 'a',
    name: 'a',
    sessionName: 'org_a',
    lastNumber: '573007915262',
    previousNumber: null,
    session: {
      ...state,
      primary: null,
      allowed: [],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report,
      previous: null,
      source: null,
    },
  })
}

it('changes with what the history tells', () => {
  const network: SessionState = {
    status: 'reconnecting',
    cause: { code: 'network', detail: null },
    about: null,
    told: false,
    attempt: 1,
    nextAt: null,
  }
  const all = [
    changes(ONLINE),
    changes(network),
    changes({ ...network, cause: { code: 'unknown', detail: 999 } }),
    changes({ ...ONLINE, test: { startedAt: 1, link: 'good', phone: 'waiting' } }),
    changes({ ...ONLINE, test: { startedAt: 1, link: 'good', phone: 'alive' } }),
    changes(ONLINE, { step: 'verify', at: 5, findings: [], values: 1 }),
  ]
  expect(new Set(all).size).toBe(all.length)
})

it('does not change with every message', () => {
  expect(changes({ ...ONLINE, lastActivity: 9, health: { ...ONLINE.health, received: 5 } })).toBe(
    changes(ONLINE),
  )
})
