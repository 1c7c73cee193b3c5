import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../../contract/session-view.ts'
import { textIn } from '../../../text/text.ts'
import { confirming, ONLINE } from '../../test-support/sessions.ts'
import { commandLabel, placeActions } from './actions.ts'

const NOTHING = {
  warnings: [],
  undo: null,
  snapshotAt: null,
  report: null,
  previous: null,
  source: null,
} as const
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
      about: null,
      told: false,
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
      about: null,
      primary: 'clear',
      allowed: ['clear'],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: 'clear', beside: [], more: [] })
  })

  it('keeps the rungs between on the ladder, unless one is the thing to press', () => {
    const session: SessionView = {
      status: 'attention',
      cause: DAMAGED,
      about: null,
      ...NOTHING,
      primary: 'restore-snapshot',
      allowed: ['restore-snapshot', 'verify', 'renew', 'clear', 'retire-previous'],
    }
    expect(placeActions(session)).toEqual({ primary: 'restore-snapshot', beside: ['clear'], more: [] })
  })

  it('keeps the two answers to a wrong number together', () => {
    const session: SessionView = {
      status: 'attention',
      cause: { code: 'wrong-number', detail: null },
      about: { kind: 'numbers', expected: '573007915262', actual: '573126809496' },
      primary: 'accept-number',
      allowed: ['accept-number', 'clear', 'reject-number'],
      ...NOTHING,
    }
    expect(placeActions(session).beside).toEqual(['reject-number', 'clear'])
  })

  it('keeps the two answers about a code together, and leaves the other way to its own line', () => {
    const offered: SessionView = {
      ...confirming('offered'),
      primary: 'use-passkey',
      allowed: ['use-passkey', 'use-passkey-otherwise', 'cancel-link'],
      ...NOTHING,
    }
    expect(placeActions(offered)).toEqual({ primary: 'use-passkey', beside: ['cancel-link'], more: [] })
    const comparing: SessionView = {
      ...confirming('comparing', { code: '8BMW-NBF7' }),
      primary: 'confirm-code',
      allowed: ['confirm-code', 'cancel-link', 'deny-code'],
      ...NOTHING,
    }
    expect(placeActions(comparing).beside).toEqual(['deny-code', 'cancel-link'])
  })

  it('hides clear under more while it works, and leaves undo to its own line', () => {
    const session: SessionView = {
      ...ONLINE,
      primary: null,
      allowed: ['stop', 'log-out', 'clear', 'undo-clear'],
      ...NOTHING,
    }
    expect(placeActions(session)).toEqual({ primary: null, beside: ['stop', 'log-out'], more: ['clear'] })
  })
})

describe('commandLabel', () => {
  it('calls what is accepted by what it is: a number, or the account behind the same one', () => {
    const label = (code: 'wrong-number' | 'another-account') =>
      commandLabel(
        'accept-number',
        {
          status: 'attention',
          cause: { code, detail: null },
          about: null,
          primary: 'accept-number',
          allowed: [],
          ...NOTHING,
        },
        textIn('es'),
      )
    expect(label('wrong-number')).toBe('Aceptar el número nuevo')
    expect(label('another-account')).toBe('Aceptar la cuenta')
  })

  const text = textIn('es')

  it('calls the other way by what it is', () => {
    const label = (otherWay: 'window' | 'browser') =>
      commandLabel(
        'use-passkey-otherwise',
        { ...confirming('offered', { otherWay }), primary: 'use-passkey', allowed: [], ...NOTHING },
        text,
      )
    expect(label('browser')).toBe('Usar Chrome, Edge o Chromium')
    expect(label('window')).toBe('Usar la ventana de Enlace')
  })

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
      about: null,
      primary: 'link',
      allowed: ['link'],
      ...NOTHING,
    }
    expect(commandLabel('link', session, text)).toBe('Vincular de nuevo')
  })

  it('goes back to the QR while a code is typed', () => {
    const session: SessionView = {
      status: 'scan',
      qr: null,
      phoneCode: { code: 'K7MH4WZ1', number: '573007915262', shownAt: 0, expiresAt: 1 },
      cause: null,
      primary: null,
      allowed: ['link', 'cancel-link'],
      ...NOTHING,
    }
    expect(commandLabel('link', session, text)).toBe('Usar el código QR')
  })

  it('warns in the button itself where another server may still run the link', () => {
    const session: SessionView = {
      status: 'stopped',
      elsewhere: true,
      primary: 'connect',
      allowed: ['connect'],
      ...NOTHING,
    }
    expect(commandLabel('connect', session, text)).toMatch(/^Conectar aquí – apague antes/)
    expect(commandLabel('connect', { ...session, elsewhere: false }, text)).toBe('Conectar')
  })
})
