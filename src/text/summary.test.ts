import { describe, expect, it } from 'vitest'
import type { OrganizationView, SessionState } from '../contract/session-view.ts'
import { textIn } from './text.ts'
import { summary } from './summary.ts'

const ONLINE: SessionState = {
  status: 'online',
  number: '573007915262',
  accountName: null,
  platform: null,
  since: 0,
  lastActivity: 0,
  health: {
    phoneSeen: null,
    received: 0,
    sent: 0,
    failed: 0,
    clockSkew: null,
    version: '2.3000.1',
    versionSource: 'live',
  },
  test: null,
}
const ATTENTION: SessionState = {
  status: 'attention',
  cause: { code: 'restricted', detail: 403 },
  about: null,
}
const UNAVAILABLE: SessionState = {
  status: 'unavailable',
  cause: { code: 'disk-full', detail: null },
  about: null,
}
const STOPPED: SessionState = { status: 'stopped', elsewhere: false }

function organizations(...states: SessionState[]): OrganizationView[] {
  return states.map((state, at) => ({
    id: String(at),
    name: String(at),
    sessionName: String(at),
    lastNumber: null,
    previousNumber: null,
    session: {
      ...state,
      primary: null,
      allowed: [],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
    },
  }))
}

describe('summary', () => {
  const text = textIn('es')

  it('counts who is connected and who needs a person', () => {
    expect(summary(organizations(ONLINE, ONLINE, STOPPED, ATTENTION), text)).toEqual([
      '2 conectadas',
      '1 necesita atención',
    ])
    expect(summary(organizations(ONLINE, ATTENTION, UNAVAILABLE), text)).toEqual([
      '1 conectada',
      '2 necesitan atención',
    ])
  })

  it('is short when nothing is wrong, and honest when nothing is connected', () => {
    expect(summary(organizations(ONLINE), text)).toEqual(['1 conectada'])
    expect(summary(organizations(STOPPED), text)).toEqual(['Ninguna conectada'])
  })
})
