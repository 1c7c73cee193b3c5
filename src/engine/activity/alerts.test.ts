import { describe, expect, it } from 'vitest'
import type {
  HealthView,
  OrganizationView,
  SessionState,
  SessionView,
  WarningCode,
} from '../../contract/session-view.ts'
import { type Alert, awoken, look, NOTHING_WATCHED, type Watch } from './alerts.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HEALTH: HealthView = {
  phoneSeen: null,
  received: 0,
  sent: 0,
  failed: 0,
  clockSkew: null,
  version: '',
  versionSource: 'live',
}
const ONLINE: SessionState = {
  status: 'online',
  number: '573007915262',
  accountName: null,
  platform: null,
  since: 0,
  lastActivity: 0,
  lasted: true,
  health: HEALTH,
  test: null,
}
const STARTING: SessionState = { status: 'starting', activity: 'connecting' }
const STOPPED: SessionState = { status: 'stopped', elsewhere: false }
const ATTENTION: SessionState = {
  status: 'attention',
  cause: { code: 'replaced', detail: 440 },
  about: null,
}
const UNAVAILABLE: SessionState = {
  status: 'unavailable',
  cause: { code: 'folder-in-use', detail: null },
  about: null,
}
const RECONNECTING: SessionState = {
  status: 'reconnecting',
  cause: { code: 'network', detail: 408 },
  about: null,
  told: false,
  attempt: 3,
  nextAt: null,
}

function view(id: string, state: SessionState, warnings: readonly WarningCode[] = []): OrganizationView {
  const session: SessionView = {
    ...state,
    primary: null,
    allowed: [],
    warnings: warnings.map((code) => ({ code, action: null })),
    undo: null,
    snapshotAt: null,
    report: null,
    previous: null,
    source: null,
  }
  return { id, name: `Tienda ${id}`, sessionName: id, lastNumber: null, previousNumber: null, session }
}

/** Looks at what the test shows, and again whenever the last look asked for it, as main does. */
class Desk {
  now = 0
  inView: string | null = null
  readonly told: string[] = []
  #watch: Watch = NOTHING_WATCHED
  #nextAt: number | null = null
  #organizations: readonly OrganizationView[] = []

  show(...organizations: readonly OrganizationView[]): this {
    this.#organizations = organizations
    return this.#look()
  }

  /** Lets time pass, and looks on the way whenever that was asked for. */
  after(milliseconds: number): this {
    const end = this.now + milliseconds
    while (this.#nextAt !== null && this.#nextAt <= end) {
      this.now = this.#nextAt
      this.#look()
    }
    this.now = end
    return this
  }

  sleep(milliseconds: number): this {
    this.now += milliseconds
    this.#watch = awoken(this.#watch, this.now)
    return this.#look()
  }

  #look(): this {
    const { now: at, inView } = this
    const seen = look(this.#watch, { organizations: this.#organizations, at, inView })
    this.#watch = seen.watch
    this.#nextAt = seen.nextAt
    this.told.push(...seen.alerts.map(words))
    return this
  }
}

function words(alert: Alert): string {
  const who = alert.organizations.map(({ id }) => id).join()
  return alert.kind === 'back' ? `back ${who}` : `${who} ${alert.organizations[0]?.need.code}`
}

describe('what needs a person', () => {
  it('is told once, and once that it is back', () => {
    const desk = new Desk().show(view('a', ONLINE)).after(MINUTE).show(view('a', ATTENTION)).after(MINUTE)
    expect(desk.told).toEqual(['a replaced'])
    desk.show(view('a', ATTENTION)).after(60 * MINUTE)
    desk.show(view('a', STARTING)).after(SECOND).show(view('a', ONLINE)).after(MINUTE)
    expect(desk.told).toEqual(['a replaced', 'back a'])
    desk.show(view('a', ONLINE)).after(60 * MINUTE)
    expect(desk.told).toHaveLength(2)
  })

  it('is told again when it happens again', () => {
    const desk = new Desk().show(view('a', ATTENTION)).after(MINUTE).show(view('a', ONLINE)).after(MINUTE)
    desk.show(view('a', ATTENTION)).after(MINUTE)
    expect(desk.told).toEqual(['a replaced', 'back a', 'a replaced'])
  })

  it('is not what goes by itself', () => {
    const desk = new Desk().show(view('a', ONLINE)).after(MINUTE)
    desk.show(view('a', ATTENTION)).after(SECOND).show(view('a', ONLINE)).after(MINUTE)
    desk
      .show(view('a', UNAVAILABLE))
      .after(30 * SECOND)
      .show(view('a', ONLINE))
      .after(MINUTE)
    desk
      .show(view('a', RECONNECTING))
      .after(9 * MINUTE)
      .show(view('a', ONLINE))
      .after(MINUTE)
    expect(desk.told).toEqual([])
  })

  it('is what lasts: a folder that stays taken, a network that stays away', () => {
    const desk = new Desk().show(view('a', UNAVAILABLE), view('b', RECONNECTING))
    expect(desk.after(2 * MINUTE).told).toEqual(['a folder-in-use'])
    expect(desk.after(9 * MINUTE).told).toEqual(['a folder-in-use', 'b network'])
  })

  it('is a restore that has failed again and again', () => {
    const desk = new Desk().show(view('a', RECONNECTING, ['not-restored'])).after(MINUTE)
    expect(desk.told).toEqual(['a not-restored'])
  })

  it('says nothing of what a person has stopped', () => {
    const desk = new Desk().show(view('a', ATTENTION)).after(MINUTE)
    desk.show(view('a', STOPPED)).after(MINUTE).show(view('a', STARTING)).show(view('a', ONLINE))
    expect(desk.after(MINUTE).told).toEqual(['a replaced'])
  })

  it('does not count the night as a long outage', () => {
    const desk = new Desk().show(view('a', RECONNECTING)).after(MINUTE)
    desk.sleep(480 * MINUTE).after(5 * SECOND)
    expect(desk.show(view('a', ONLINE)).after(MINUTE).told).toEqual([])
  })
})

describe('warnings', () => {
  it('are told where somebody has to do something, and their end is no news', () => {
    const desk = new Desk().show(view('a', ONLINE, ['phone-unseen']), view('b', ONLINE, ['pre-keys']))
    desk.after(5 * MINUTE).show(view('a', ONLINE), view('b', ONLINE))
    expect(desk.after(MINUTE).told).toEqual(['a phone-unseen'])
  })

  it('that come and go are told again only after an hour without', () => {
    const desk = new Desk().show(view('a', ONLINE, ['decrypt-failures'])).after(5 * MINUTE)
    desk.show(view('a', ONLINE)).after(10 * MINUTE)
    desk.show(view('a', ONLINE, ['decrypt-failures'])).after(5 * MINUTE)
    expect(desk.told).toHaveLength(1)
    desk
      .show(view('a', ONLINE))
      .after(90 * MINUTE)
      .show(view('a', ONLINE))
    desk.show(view('a', ONLINE, ['decrypt-failures'])).after(5 * MINUTE)
    expect(desk.told).toHaveLength(2)
  })

  it('before a fault do not hide it', () => {
    const desk = new Desk().show(view('a', ONLINE, ['phone-unseen'])).after(5 * MINUTE)
    expect(desk.show(view('a', ATTENTION)).after(MINUTE).told).toEqual(['a phone-unseen', 'a replaced'])
  })
})

describe('an organization in view', () => {
  it('is not told, and counts as seen', () => {
    const desk = new Desk()
    desk.inView = 'a'
    desk.show(view('a', ATTENTION), view('b', ATTENTION)).after(MINUTE)
    expect(desk.told).toEqual(['b replaced'])
    desk.inView = null
    desk.show(view('a', ATTENTION), view('b', ATTENTION)).after(MINUTE)
    expect(desk.told).toEqual(['b replaced'])
    desk.show(view('a', ONLINE), view('b', ATTENTION)).after(MINUTE)
    expect(desk.told).toEqual(['b replaced', 'back a'])
  })
})

describe('several at once', () => {
  it('travel together after a restart, and wait for those that still start', () => {
    const all = Array.from({ length: 20 }, (_, n) => String(n))
    const desk = new Desk()
    for (let broken = 0; broken <= all.length; broken += 1) {
      desk.show(...all.map((id, n) => view(id, n < broken ? ATTENTION : STARTING))).after(SECOND)
    }
    expect(desk.after(MINUTE).told).toEqual([`${all.join()} replaced`])
  })

  it('are not kept for long by one that starts for ever', () => {
    const desk = new Desk().show(view('a', ATTENTION), view('b', STARTING))
    expect(desk.after(20 * SECOND).told).toEqual([])
    expect(desk.after(20 * SECOND).told).toEqual(['a replaced'])
  })

  it('are one piece of news where an outage has cut them within seconds', () => {
    const desk = new Desk().show(view('a', RECONNECTING), view('b', ONLINE)).after(4 * SECOND)
    desk.show(view('a', RECONNECTING), view('b', RECONNECTING)).after(11 * MINUTE)
    expect(desk.told).toEqual(['a,b network'])
    desk.show(view('a', ONLINE), view('b', RECONNECTING)).after(SECOND)
    desk.show(view('a', ONLINE), view('b', ONLINE)).after(MINUTE)
    expect(desk.told).toEqual(['a,b network', 'back a,b'])
  })
})

describe('what the engine has judged', () => {
  it('a person is told at once of what goes on by itself but will not be over in moments', () => {
    const told: SessionState = { ...RECONNECTING, cause: { code: 'outdated', detail: 405 }, told: true }
    const desk = new Desk().show(view('a', told)).after(MINUTE)
    expect(desk.told).toEqual(['a outdated'])
  })

  it('a connection that has not lasted is no way back', () => {
    const desk = new Desk().show(view('a', ATTENTION)).after(MINUTE)
    desk.show(view('a', { ...ONLINE, lasted: false })).after(MINUTE)
    expect(desk.told).toEqual(['a replaced'])
    desk.show(view('a', ONLINE)).after(MINUTE)
    expect(desk.told).toEqual(['a replaced', 'back a'])
  })
})
