import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../../contract/session-view.ts'
import { textIn } from '../../../text/text.ts'
import { commandLabel, placeActions } from './actions.ts'

const NOTHING = { warnings: [], undo: null } as const
const DAMAGED = { code: 'damaged-store', detail: null } as const
const NETWORK = { code: 'network', detail: 408 } as const

describe('placeActions', () => {
  it('shows nothing that main does not allow', () => {
    const session: SessionView = {
      status: 'starting',
      activity: 'clearing',
      primary: null,
      allowed: [],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: null, beside: [], more: [] })
  })

  it('puts clear beside the primary while reconnecting, and the rest under more', () => {
    const session: SessionView = {
      status: 'reconnecting',
      cause: NETWORK,
      attempt: 1,
      nextAt: null,
      primary: 'retry',
      allowed: ['retry', 'stop', 'clear'],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: 'retry', beside: ['clear'], more: ['stop'] })
  })

  it('shows clear once where it is the primary', () => {
    const session: SessionView = {
      status: 'attention',
      cause: DAMAGED,
      primary: 'clear',
      allowed: ['clear'],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: 'clear', beside: [], more: [] })
  })

  it('hides clear under more while it works, and leaves undo to its own line', () => {
    const session: SessionView = {
      status: 'online',
      number: '573007915262',
      accountName: null,
      platform: null,
      since: 0,
      lastActivity: 0,
      primary: null,
      allowed: ['stop', 'log-out', 'clear', 'undo-clear'],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: null, beside: ['stop', 'log-out'], more: ['clear'] })
  })
})

describe('commandLabel', () => {
  const text = textIn('es')

  it('offers another QR where the last one expired', () => {
    const cause = { code: 'not-scanned', detail: null } as const
    const session: SessionView = { status: 'unlinked', cause, primary: 'link', allowed: ['link'], ...NOTHING }
    expect(commandLabel('link', session, text)).toBe('Generar otro QR')
    expect(commandLabel('link', { ...session, cause: null }, text)).toBe('Vincular WhatsApp')
  })

  it('links again after the phone removed the link', () => {
    const cause = { code: 'unlinked-from-phone', detail: 401 } as const
    const session: SessionView = {
      status: 'attention',
      cause,
      primary: 'link',
      allowed: ['link'],
      ...NOTHING,
    }
    expect(commandLabel('link', session, text)).toBe('Vincular de nuevo')
  })
})
