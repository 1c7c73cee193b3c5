import { describe, expect, it } from 'vitest'
import { LESSON_NAMES, type LessonName } from '../../../contract/practice.ts'
import type { OrganizationView, SessionView } from '../../../contract/session-view.ts'
import { textIn } from '../../../text/text.ts'
import {
  confirming,
  ONLINE as ONLINE_STATE,
  shownOrganization,
  shownSession,
} from '../../test-support/sessions.ts'
import { followLesson, type Progress, type Scene, standing, startLesson } from './lesson.ts'
import { lessonAfter, LESSONS } from './lessons.ts'

const UNLINKED = shownSession({ status: 'unlinked', cause: null })
const CONNECTING = shownSession({ status: 'starting', activity: 'connecting' })
const CLEARING = shownSession({ status: 'starting', activity: 'clearing' })
const SCAN = shownSession({ status: 'scan', qr: null, phoneCode: null, cause: null })
const LINKING = shownSession({ status: 'linking', step: 'linking', passkey: null })
const OFFERED = shownSession(confirming('offered', { way: 'practice', otherWay: null }))
const SIGNING = shownSession(confirming('signing', { way: 'practice', otherWay: null }))
const STOPPED = shownSession({ status: 'stopped', elsewhere: false })
const ONLINE = shownSession(ONLINE_STATE)
const TESTED = shownSession({
  ...ONLINE_STATE,
  test: { startedAt: 0, link: 'good', phone: 'waiting' },
})
const RECONNECTING = shownSession({
  status: 'reconnecting',
  cause: { code: 'network', detail: null },
  about: null,
  told: false,
  attempt: 1,
  nextAt: null,
})
const EXPIRED = shownSession({ status: 'unlinked', cause: { code: 'not-scanned', detail: null } })
const REPLACED = attention('replaced')
const REMOVED = attention('unlinked-from-phone')
const UNREADABLE = shownSession(ONLINE_STATE, [], [{ code: 'decrypt-failures', action: 'renew' }])
const RELINKED: SessionView = { ...ONLINE, previous: { number: null, clearedAt: 0 } }

function attention(code: 'replaced' | 'unlinked-from-phone'): SessionView {
  return shownSession({ status: 'attention', cause: { code, detail: null }, about: null })
}

function scene(organizations: readonly OrganizationView[], selectedId?: string): Scene {
  return {
    organizations,
    selected: organizations.find(({ id }) => id === selectedId) ?? organizations[0] ?? null,
  }
}

const shop = (session: SessionView): Scene => scene([shownOrganization('shop', session)])

function begun(name: LessonName, at: Scene): Progress {
  const lesson = LESSONS.find((one) => one.name === name)
  if (!lesson) throw new Error(name)
  return startLesson(lesson, at)
}

/** The step to do after each of these states of the one shop. */
function way(name: LessonName, first: Scene, ...sessions: readonly SessionView[]): string[] {
  let progress = begun(name, first)
  const names = [stepOf(progress)]
  for (const session of sessions) {
    progress = followLesson(progress, shop(session))
    names.push(stepOf(progress))
  }
  return names
}

function stepOf({ steps, at }: Progress): string {
  return steps[at]?.name ?? 'finished'
}

describe('the lessons, done as they say', () => {
  it('first link, from an empty screen', () => {
    expect(way('first-link', scene([]), UNLINKED, CONNECTING, SCAN, LINKING, ONLINE, TESTED)).toEqual([
      'add',
      'link',
      'link',
      'scan',
      'scan',
      'test',
      'finished',
    ])
  })

  it('disconnection, with a shop that works', () => {
    expect(
      way(
        'disconnection',
        shop(ONLINE),
        RECONNECTING,
        ONLINE,
        REPLACED,
        CONNECTING,
        ONLINE,
        REMOVED,
        CLEARING,
        SCAN,
        LINKING,
        ONLINE,
      ),
    ).toEqual([
      'cut',
      'back',
      'elsewhere',
      'take-over',
      'take-over',
      'removed',
      'relink',
      'relink',
      'relink',
      'relink',
      'finished',
    ])
  })

  it('clearing', () => {
    expect(way('clearing', shop(ONLINE), UNREADABLE, CLEARING, CONNECTING, SCAN, LINKING, RELINKED)).toEqual([
      'unreadable',
      'clear',
      'clear',
      'clear',
      'rescan',
      'rescan',
      'finished',
    ])
  })
})

describe('the lesson of the passkey', () => {
  it('goes through the whole, from an empty screen', () => {
    const states = [UNLINKED, CONNECTING, SCAN, OFFERED, SIGNING, LINKING, ONLINE]
    expect(way('passkey', scene([]), ...states)).toEqual([
      'add',
      'link',
      'link',
      'demand',
      'use-passkey',
      'confirmed',
      'confirmed',
      'finished',
    ])
  })

  it('does not take a link without a passkey for one with it', () => {
    const progress = followLesson(begun('passkey', shop(SCAN)), shop(ONLINE))
    expect(stepOf(progress)).toBe('demand')
    expect(standing(progress, shop(ONLINE))).toBe('astray')
  })

  it('goes back where the confirmation came to nothing, or was cancelled', () => {
    expect(way('passkey', shop(SCAN), OFFERED, SIGNING, OFFERED)).toEqual([
      'demand',
      'use-passkey',
      'confirmed',
      'use-passkey',
    ])
    expect(way('passkey', shop(SCAN), OFFERED, UNLINKED, SCAN)).toEqual([
      'demand',
      'use-passkey',
      'use-passkey',
      'demand',
    ])
  })
})

describe('a lesson', () => {
  it('does not go on before the deed is done, however much changes', () => {
    const progress = begun('first-link', shop(UNLINKED))
    expect(followLesson(progress, shop(UNLINKED))).toBe(progress)
    expect(followLesson(progress, scene([...shop(UNLINKED).organizations, ...two(ONLINE)]))).toBe(progress)
    expect(way('disconnection', shop(ONLINE), ONLINE, TESTED, UNREADABLE)).toEqual(Array(4).fill('cut'))
  })

  it('leaves out of the preparation what is there already', () => {
    const names = (at: Scene) => begun('clearing', at).steps.map(({ name }) => name)
    expect(names(scene([]))).toEqual(['add', 'link', 'scan', 'unreadable', 'clear', 'rescan'])
    expect(names(shop(STOPPED))).toEqual(['link', 'scan', 'unreadable', 'clear', 'rescan'])
    expect(names(shop(ONLINE))).toEqual(['unreadable', 'clear', 'rescan'])
  })

  it('needs no scan where the preparation goes well without one', () => {
    expect(way('clearing', shop(STOPPED), CONNECTING, ONLINE)).toEqual(['link', 'link', 'unreadable'])
  })

  it('takes an organization that will do: the one in view first, a new one where none will', () => {
    const both = [shownOrganization('linked', ONLINE), shownOrganization('new', UNLINKED)]
    expect(begun('first-link', scene(both, 'linked')).organizationId).toBe('new')
    expect(begun('clearing', scene(both, 'new')).organizationId).toBe('new')
    const none = begun('first-link', shop(ONLINE))
    expect([none.organizationId, stepOf(none)]).toEqual([null, 'add'])
    const added = followLesson(none, scene([...shop(ONLINE).organizations, ...two(UNLINKED)]))
    expect([added.organizationId, stepOf(added)]).toEqual(['two', 'link'])
  })

  it('goes back to the step that can be done where a code has expired', () => {
    expect(way('first-link', shop(UNLINKED), SCAN, EXPIRED, SCAN)).toEqual(['link', 'scan', 'link', 'scan'])
  })

  it('goes back where the trouble to be cleared went away by another remedy', () => {
    expect(way('clearing', shop(ONLINE), UNREADABLE, CONNECTING, ONLINE)).toEqual([
      'unreadable',
      'clear',
      'clear',
      'unreadable',
    ])
  })

  it('is not finished by taking the clear back', () => {
    const back = way('clearing', shop(ONLINE), UNREADABLE, CLEARING, SCAN, CONNECTING, ONLINE)
    expect(back.at(-1)).toBe('rescan')
  })

  it('says where it stands', () => {
    const progress = begun('disconnection', shop(ONLINE))
    const other = [shownOrganization('shop', ONLINE), ...two(ONLINE)]
    expect(standing(progress, shop(ONLINE))).toBe('on-track')
    expect(standing(progress, shop(STOPPED))).toBe('astray')
    expect(standing(progress, scene(other, 'two'))).toBe('elsewhere')
    expect(standing(progress, scene([]))).toBe('gone')
    expect(followLesson(progress, scene([]))).toBe(progress)
    expect(standing({ ...progress, at: progress.steps.length }, scene([]))).toBe('finished')
  })
})

function two(session: SessionView): readonly OrganizationView[] {
  return [shownOrganization('two', session)]
}

describe('the lessons', () => {
  it('propose one another in order', () => {
    expect(LESSONS.map(({ name }) => name)).toEqual(LESSON_NAMES)
    expect(LESSONS.map(({ name }) => lessonAfter(name)?.name)).toEqual([
      'disconnection',
      'clearing',
      'passkey',
      undefined,
    ])
  })

  it('have words for every step, and a button for every act', () => {
    const { steps, acts } = textIn('es').lessons
    const all = LESSONS.flatMap(({ preparation, steps: own }) => [...preparation, ...own])
    expect(new Set(all.map(({ name }) => name))).toEqual(new Set(Object.keys(steps)))
    expect(all.filter(({ act }) => act).map(({ name }) => name)).toEqual(Object.keys(acts))
  })
})
