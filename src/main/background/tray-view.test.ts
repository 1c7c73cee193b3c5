import { describe, expect, it } from 'vitest'
import type { OrganizationView, SessionState, SessionView } from '../../contract/session-view.ts'
import { textIn } from '../../text/text.ts'
import { trayView } from './tray-view.ts'

const STOPPED: SessionState = { status: 'stopped', elsewhere: false }
const CONNECTING: SessionState = { status: 'starting', activity: 'connecting' }
const ATTENTION: SessionState = {
  status: 'attention',
  cause: { code: 'replaced', detail: 440 },
  about: null,
}
const ONLINE: SessionState = {
  status: 'online',
  number: '573007915262',
  accountName: null,
  platform: null,
  since: 0,
  lastActivity: 0,
  lasted: true,
  health: {
    phoneSeen: null,
    received: 0,
    sent: 0,
    failed: 0,
    clockSkew: null,
    version: '',
    versionSource: 'live',
  },
  test: null,
}

function organization(
  name: string,
  state: SessionState,
  more: Partial<Pick<SessionView, 'warnings'>> & { readonly lastNumber?: string } = {},
): OrganizationView {
  const session: SessionView = {
    ...state,
    primary: null,
    allowed: [],
    warnings: more.warnings ?? [],
    undo: null,
    snapshotAt: null,
    report: null,
    previous: null,
    source: null,
  }
  const lastNumber = more.lastNumber ?? null
  return { id: name, name, sessionName: name, lastNumber, previousNumber: null, session }
}

const text = textIn('es')
const toneOf = (...organizations: readonly OrganizationView[]) => trayView(organizations, text).tone

describe('the light beside the clock', () => {
  it('is the worst of all', () => {
    const [well, busy, broken, off] = [ONLINE, CONNECTING, ATTENTION, STOPPED].map((state, n) =>
      organization(String(n), state),
    )
    expect(toneOf()).toBe('off')
    if (!well || !busy || !broken || !off) throw new Error('unreachable')
    expect(toneOf(off)).toBe('off')
    expect(toneOf(off, well)).toBe('connected')
    expect(toneOf(off, well, busy)).toBe('working')
    expect(toneOf(off, well, busy, broken)).toBe('attention')
  })

  it('is amber while something is wrong with a connection', () => {
    const warned = organization('a', ONLINE, { warnings: [{ code: 'phone-unseen', action: null }] })
    expect(toneOf(warned, organization('b', ONLINE))).toBe('working')
  })
})

describe('what it says', () => {
  it('is the summary, in the language in force', () => {
    const all = [organization('a', ONLINE), organization('b', ATTENTION)]
    expect(trayView(all, text).tooltip).toBe('Enlace: 1 conectada · 1 necesita atención')
    expect(trayView(all, textIn('en')).tooltip).toBe('Enlace: 1 connected · 1 needs attention')
    expect(trayView([], text)).toMatchObject({ tooltip: 'Enlace', none: text.tray.none, organizations: [] })
  })

  it('names each organization with its state and its number', () => {
    const { organizations, more } = trayView(
      [
        organization('Óptica', ONLINE),
        organization('Taller', STOPPED, { lastNumber: '573126809496' }),
        organization('Panadería', { ...ATTENTION, status: 'unavailable' }),
        organization('x'.repeat(90), STOPPED),
      ],
      text,
    )
    expect(organizations.map(({ label }) => label)).toEqual([
      'Óptica · Conectado · +57 300 791 5262',
      'Taller · Detenido por usted · +57 312 680 9496',
      'Panadería · No disponible',
      `${'x'.repeat(39)}… · Detenido por usted`,
    ])
    expect(more).toBeNull()
  })

  it('has those that need a person where there is no room for all', () => {
    const many = Array.from({ length: 50 }, (_, n) => organization(String(n), n === 42 ? ATTENTION : ONLINE))
    const { organizations, more } = trayView(many, text)
    expect(organizations.map(({ id }) => id).slice(0, 3)).toEqual(['42', '0', '1'])
    expect(organizations).toHaveLength(19)
    expect(more).toBe('Ver 31 más')
  })
})
