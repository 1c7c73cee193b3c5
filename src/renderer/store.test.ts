import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Preferences } from '../contract/preferences.ts'
import { failure, ok, type Result } from '../contract/result.ts'
import type { OrganizationView } from '../contract/session-view.ts'
import { commandSession, selectOrganization, setPreferences, useEnlace } from './store.ts'
import { PREFERENCES } from './test-support/preferences.ts'

/** Main's answer to the next commands, given only when told to. */
function fakeMain() {
  const answers: ((answer: Result<null>) => void)[] = []
  const call = () => new Promise<Result<null>>((resolve) => answers.push(resolve))
  vi.stubGlobal('window', { enlace: { call, onPush: () => () => {} } })
  useEnlace.setState({
    settings: { preferences: PREFERENCES, language: 'es', pinSet: false, lessonsDone: [] },
  })
  return { answers, shown: () => useEnlace.getState().settings?.preferences.checkInterval }
}

const every = (checkInterval: Preferences['checkInterval']) =>
  setPreferences({ ...PREFERENCES, checkInterval })

afterEach(() => vi.unstubAllGlobals())

describe('setPreferences', () => {
  it('shows the choice at once and keeps it', async () => {
    const main = fakeMain()
    const saved = every(60)
    expect(main.shown()).toBe(60)
    main.answers[0]?.(ok(null))
    expect(await saved).toBeNull()
    expect(main.shown()).toBe(60)
  })

  it('goes back and says why where it could not be kept', async () => {
    const main = fakeMain()
    const saved = every(null)
    expect(main.shown()).toBeNull()
    main.answers[0]?.(failure('storage'))
    expect((await saved)?.code).toBe('storage')
    expect(main.shown()).toBe(30)
  })

  it('leaves a later choice alone', async () => {
    const main = fakeMain()
    const first = every(15)
    const second = every(60)
    main.answers[0]?.(failure('storage'))
    main.answers[1]?.(ok(null))
    await Promise.all([first, second])
    expect(main.shown()).toBe(60)
  })
})

describe('a refusal', () => {
  const organization = (id: string): OrganizationView => ({
    id,
    name: id,
    sessionName: id,
    lastNumber: null,
    previousNumber: null,
    session: {
      status: 'unlinked',
      cause: null,
      primary: 'link',
      allowed: ['link'],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
      source: null,
    },
  })

  it('goes when another organization comes into view, and not before', async () => {
    const main = fakeMain()
    useEnlace.setState({ organizations: [organization('a'), organization('b')], selectedId: null })
    const sent = commandSession('a', 'link')
    main.answers[0]?.(failure('not-possible-now'))
    await sent
    selectOrganization('a')
    expect(useEnlace.getState().refusals).toMatchObject([{ organizationId: 'a', beside: 'unlinked' }])
    selectOrganization('b')
    expect(useEnlace.getState().refusals).toEqual([])
  })
})
