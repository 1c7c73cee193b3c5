import { describe, expect, it } from 'vitest'
import type { Notice, Push, Snapshot } from '../contract/commands.ts'
import { failure, ok, type Result } from '../contract/result.ts'
import type { OrganizationView } from '../contract/session-view.ts'
import { mirrorOf, type Source } from './mirror.ts'
import { PREFERENCES } from './test-support/preferences.ts'

function organization(id: string, name = id): OrganizationView {
  return {
    id,
    name,
    sessionName: `org_${id}`,
    lastNumber: null,
    previousNumber: null,
    session: {
      status: 'stopped',
      elsewhere: false,
      primary: 'connect',
      allowed: ['connect'],
      warnings: [],
      undo: null,
      snapshotAt: null,
      report: null,
      previous: null,
      source: null,
    },
  }
}

function snapshot(rev: number, ...organizations: OrganizationView[]): Snapshot {
  return {
    rev,
    environment: {
      version: '0',
      practice: false,
      protection: 'system',
      canOpenAtLogin: false,
      country: null,
      dataFolder: '',
      pinFile: '',
      blocked: null,
    },
    settings: { preferences: PREFERENCES, language: 'es', pinSet: false, lessonsDone: [] },
    organizations,
    notices: [],
  }
}

/** Main's side of the bridge, answering each attach only when told to. */
function fakeMain() {
  const attaches: ((answer: Result<Snapshot> | Promise<never>) => void)[] = []
  let listener: (push: Push) => void = () => {}
  let listening = true
  const source: Source = {
    attach: () => new Promise((resolve) => attaches.push(resolve)),
    onPush: (added) => {
      listener = added
      return () => {
        listening = false
      }
    },
  }
  const seen: Snapshot[] = []
  const failures: string[] = []
  const mirror = mirrorOf(source, {
    onChange: (shown) => seen.push(shown),
    onFailure: (error) => failures.push(error.code),
  })
  return {
    mirror,
    seen,
    failures,
    attaches,
    isListening: () => listening,
    push: (rev: number, ...changed: OrganizationView[]) =>
      listener({ rev, changed, removed: [], notices: null, settings: null }),
    pushRemoved: (rev: number, ...removed: string[]) =>
      listener({ rev, changed: [], removed, notices: null, settings: null }),
    pushNotices: (rev: number, ...notices: Notice[]) =>
      listener({ rev, changed: [], removed: [], notices, settings: null }),
    answer: async (answer: Result<Snapshot> | Promise<never>) => {
      attaches.at(-1)?.(answer)
      await new Promise((resolve) => setTimeout(resolve))
    },
    names: () => seen.at(-1)?.organizations.map(({ name }) => name),
  }
}

describe('the mirror of main', () => {
  it('shows everything once attached, then each push in order', async () => {
    const main = fakeMain()
    await main.answer(ok(snapshot(7, organization('a'), organization('b'))))
    main.push(8, organization('a', 'A'))
    main.push(9, organization('c'))
    expect(main.names()).toEqual(['A', 'b', 'c'])
    expect(main.attaches).toHaveLength(1)
  })

  it('has the notices of the last push that brought any', async () => {
    const main = fakeMain()
    const unreadable = { code: 'folder-unreadable', folder: 'org_broken' } as const
    await main.answer(ok(snapshot(1, organization('a'))))
    main.pushNotices(2, unreadable)
    main.push(3, organization('a', 'A'))
    expect(main.seen.at(-1)?.notices).toEqual([unreadable])
    expect(main.names()).toEqual(['A'])
    main.pushNotices(4)
    expect(main.seen.at(-1)?.notices).toEqual([])
  })

  it('drops the organizations that are gone', async () => {
    const main = fakeMain()
    await main.answer(ok(snapshot(1, organization('a'), organization('b'), organization('c'))))
    main.pushRemoved(2, 'b')
    main.push(3, organization('c', 'C'))
    expect(main.names()).toEqual(['a', 'C'])
  })

  it('keeps what arrives before the snapshot and drops what the snapshot already holds', async () => {
    const main = fakeMain()
    main.push(4, organization('a', 'old'))
    main.push(5, organization('a', 'kept'))
    main.push(6, organization('a', 'newer'))
    await main.answer(ok(snapshot(5, organization('a', 'kept'))))
    expect(main.names()).toEqual(['newer'])
    expect(main.seen.map(({ rev }) => rev)).toEqual([5, 6])
  })

  it('attaches again after a gap, once, and shows the old state meanwhile', async () => {
    const main = fakeMain()
    await main.answer(ok(snapshot(1, organization('a'))))
    main.push(3, organization('a', 'third'))
    main.push(4, organization('a', 'fourth'))
    expect(main.attaches).toHaveLength(2)
    expect(main.names()).toEqual(['a'])
    await main.answer(ok(snapshot(3, organization('a', 'third'))))
    expect(main.names()).toEqual(['fourth'])
    expect(main.attaches).toHaveLength(2)
  })

  it('ignores a push it has seen', async () => {
    const main = fakeMain()
    await main.answer(ok(snapshot(2, organization('a'))))
    main.push(2, organization('a', 'stale'))
    expect(main.seen).toHaveLength(1)
  })

  it('says that attaching failed, whether refused or broken, and can try again', async () => {
    const main = fakeMain()
    await main.answer(failure('storage'))
    main.mirror.attach()
    await main.answer(Promise.reject(new Error('no handler')))
    expect(main.failures).toEqual(['storage', 'internal'])
    main.mirror.attach()
    await main.answer(ok(snapshot(1, organization('a'))))
    expect(main.names()).toEqual(['a'])
  })

  it('recovers at the next push where attaching after a gap failed', async () => {
    const main = fakeMain()
    await main.answer(ok(snapshot(1, organization('a'))))
    main.push(3, organization('a', 'lost'))
    await main.answer(failure('internal'))
    main.push(4, organization('a', 'fourth'))
    expect(main.attaches).toHaveLength(3)
    await main.answer(ok(snapshot(4, organization('a', 'fourth'))))
    expect(main.names()).toEqual(['fourth'])
  })

  it('is silent once stopped', async () => {
    const main = fakeMain()
    main.mirror.stop()
    await main.answer(ok(snapshot(1, organization('a'))))
    expect(main.seen).toHaveLength(0)
    expect(main.isListening()).toBe(false)
  })
})
