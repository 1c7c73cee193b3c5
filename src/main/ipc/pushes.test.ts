import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Environment, Push } from '../../contract/commands.ts'
import { UNKEPT_PREFERENCES } from '../../adapters/desktop/electron-preferences.ts'
import { newSession } from '../../engine/session/session.ts'
import { recordWith } from '../../engine/test-support/records.ts'
import { organizationView } from '../../engine/session/view.ts'
import { Pushes } from './pushes.ts'

const ENVIRONMENT: Environment = {
  version: '0',
  practice: false,
  protection: 'system',
  canOpenAtLogin: false,
  country: null,
  dataFolder: '',
  pinFile: '',
  blocked: null,
}

it('a view that cannot be made keeps nothing else from the window, now or later', async () => {
  const settings = {
    preferences: UNKEPT_PREFERENCES.chosen(),
    language: 'es',
    pinSet: false,
    lessonsDone: [],
  } as const
  const pushed: Push[] = []
  const said: string[] = []
  let broken = true
  const warn = (event: string) => said.push(event)
  const pushes = new Pushes(
    {
      ids: () => [],
      one(id) {
        if (broken && id === 'broken') throw new Error('no view')
        return organizationView(newSession(recordWith({ id })), 0, String)
      },
      notices: () => [],
      settings() {
        if (broken) throw new Error('no settings')
        return settings
      },
    },
    { info: warn, warn },
  )
  broken = false
  pushes.attach(
    { isDestroyed: () => false, webContents: { send: (_channel, push) => pushed.push(push) } },
    ENVIRONMENT,
  )
  broken = true
  pushes.changed('broken')
  pushes.changed('whole')
  pushes.settingsChanged()
  await expect.poll(() => pushed).toMatchObject([{ rev: 1, changed: [{ id: 'whole' }], settings: null }])
  expect(said).toEqual(['no view', 'no view'])

  broken = false
  pushes.changed('broken')
  await expect.poll(() => pushed.slice(1)).toMatchObject([{ rev: 2, changed: [{ id: 'broken' }] }])
})

it('whatever cannot be shown, everything else is there when the window opens', () => {
  const SETTINGS = {
    preferences: UNKEPT_PREFERENCES.chosen(),
    language: 'es',
    pinSet: false,
    lessonsDone: [],
  } as const
  const broken = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'notices'))
  fc.assert(
    fc.property(broken, (failing) => {
      const show = <T>(what: string, view: T): T => {
        if (failing.includes(what)) throw new Error(`cannot draw ${what}`)
        return view
      }
      const pushes = new Pushes(
        {
          ids: () => ['a', 'b', 'c', 'd'],
          one: (id) => show(id, organizationView(newSession(recordWith({ id })), 0, String)),
          notices: () => show('notices', []),
          settings: () => SETTINGS,
        },
        { info: () => {}, warn: () => {} },
      )
      const { organizations } = pushes.attach(null, ENVIRONMENT)
      expect(organizations.map(({ id }) => id)).toEqual(
        ['a', 'b', 'c', 'd'].filter((id) => !failing.includes(id)),
      )
    }),
  )
})
