import { describe, expect, it } from 'vitest'
import type { OrganizationView, SessionState } from '../../../contract/session-view.ts'
import { textIn } from '../../../text/text.ts'
import { confirming } from '../../test-support/sessions.ts'
import { announcement } from './announcement.ts'

const text = textIn('es')
const STOPPED: SessionState = { status: 'stopped', elsewhere: false }
const CONNECTING: SessionState = { status: 'starting', activity: 'connecting' }
const ATTENTION: SessionState = {
  status: 'attention',
  cause: { code: 'replaced', detail: 440 },
  about: null,
}

function online(lastActivity = 0): SessionState {
  return {
    status: 'online',
    number: '573007915262',
    accountName: null,
    platform: null,
    since: 0,
    lastActivity,
    lasted: true,
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
}

function list(first: SessionState, second: SessionState = STOPPED): OrganizationView[] {
  return [first, second].map((state, at) => ({
    id: `o${at}`,
    name: at === 0 ? 'Óptica' : 'Panadería',
    sessionName: '',
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
      source: null,
    },
  }))
}

describe('announcement', () => {
  it('says every change of the organization in view', () => {
    expect(announcement(list(STOPPED), list(CONNECTING), 'o0', text)).toBe('Óptica: Conectando con WhatsApp')
    expect(announcement(list(CONNECTING), list(online()), 'o0', text)).toBe('Óptica: Conectado')
  })

  it('says each step of a passkey, and not that time goes by', () => {
    const said = (before: SessionState, after: SessionState) =>
      announcement(list(before), list(after), 'o0', text)
    expect(said(CONNECTING, confirming('offered'))).toBe('Óptica: Falta un paso: la llave de acceso')
    expect(said(confirming('offered'), confirming('signing'))).toBe('Óptica: Confirme en la ventana')
    expect(said(confirming('waiting'), confirming('comparing', { code: '8BMW-NBF7' }))).toMatch(/8 B M W/)
    expect(said(confirming('offered'), confirming('offered', { until: 9 }))).toBeNull()
  })

  it('says of the others only trouble and its end', () => {
    expect(announcement(list(STOPPED), list(CONNECTING), 'o1', text)).toBeNull()
    expect(announcement(list(CONNECTING), list(ATTENTION), 'o1', text)).toBe(
      'Óptica: Necesita atención. Esta sesión se abrió en otro lugar',
    )
    expect(announcement(list(ATTENTION), list(online()), 'o1', text)).toBe('Óptica: Conectado')
  })

  it('is silent when nothing that has words changed, and about what is new', () => {
    expect(announcement(list(online(1)), list(online(2)), 'o0', text)).toBeNull()
    expect(announcement([], list(ATTENTION), 'o0', text)).toBeNull()
  })
})
