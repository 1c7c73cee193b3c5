import type { SessionView } from '../../../contract/session-view.ts'
import type { LessonName } from '../../../contract/practice.ts'
import type { Lesson, Step } from './lesson.ts'

/** The lessons. Their words are in `src/text/es/lessons.ts` and its translations. */

const is =
  (...statuses: readonly SessionView['status'][]) =>
  (session: SessionView | null): boolean =>
    session !== null && statuses.includes(session.status)

const CODE_IS_SHOWN = is('scan', 'linking', 'online')
const ON_THE_WAY = is('starting', 'scan', 'linking')
const ONLINE = is('online')

/** WhatsApp wants the passkey, and nothing has been done with it yet. */
const isOffered = (session: SessionView | null): boolean =>
  session?.status === 'linking' && session.passkey?.step === 'offered'

const asks = (session: SessionView | null, cause: string): boolean =>
  session?.status === 'attention' && session.cause.code === cause

const unreadable = (session: SessionView | null): boolean =>
  ONLINE(session) && session?.warnings.some(({ code }) => code === 'decrypt-failures') === true

const ADD: Step = {
  name: 'add',
  done: (session) => session !== null,
  fits: (session) => session === null,
  points: ['create-organization', 'add-organization'],
}
const LINK: Step = {
  name: 'link',
  done: CODE_IS_SHOWN,
  fits: (session) => session !== null && !CODE_IS_SHOWN(session),
  points: ['primary-action'],
}
const SCAN: Step = { name: 'scan', done: ONLINE, fits: ON_THE_WAY, points: ['practice-scan'] }

const FIRST_LINK: Lesson = {
  name: 'first-link',
  takes: is('unlinked', 'scan'),
  preparation: [ADD],
  steps: [
    LINK,
    SCAN,
    {
      name: 'test',
      done: (session) => session?.status === 'online' && session.test?.link === 'good',
      fits: ONLINE,
      points: ['confirm-test', 'test-connection'],
    },
  ],
}

const DISCONNECTION: Lesson = {
  name: 'disconnection',
  takes: () => true,
  preparation: [ADD, LINK, SCAN],
  steps: [
    { name: 'cut', done: is('reconnecting'), fits: ONLINE, act: { fault: 'outage' }, points: [] },
    { name: 'back', done: ONLINE, fits: is('reconnecting', 'starting'), act: 'heal', points: ['retry-now'] },
    {
      name: 'elsewhere',
      done: (session) => asks(session, 'replaced'),
      fits: ONLINE,
      act: { fault: 'opened-elsewhere' },
      points: [],
    },
    {
      name: 'take-over',
      done: ONLINE,
      fits: (session) => asks(session, 'replaced') || is('starting', 'reconnecting')(session),
      points: ['primary-action'],
    },
    {
      name: 'removed',
      done: (session) => asks(session, 'unlinked-from-phone'),
      fits: ONLINE,
      act: { fault: 'unlinked-from-phone' },
      points: [],
    },
    {
      name: 'relink',
      done: ONLINE,
      fits: (session) =>
        asks(session, 'unlinked-from-phone') || ON_THE_WAY(session) || is('unlinked')(session),
      points: ['practice-scan', 'primary-action'],
    },
  ],
}

const CLEARING: Lesson = {
  name: 'clearing',
  takes: () => true,
  preparation: [ADD, LINK, SCAN],
  steps: [
    {
      name: 'unreadable',
      done: unreadable,
      fits: ONLINE,
      act: { fault: 'undecryptable-messages' },
      points: [],
    },
    {
      name: 'clear',
      done: is('scan', 'linking'),
      fits: (session) => unreadable(session) || is('starting')(session),
      points: ['confirm-clear', 'repair-clear', 'more-options'],
    },
    {
      name: 'rescan',
      // What was cleared still has its place on the phone; had it been taken back, it would not be spoken of.
      done: (session) => ONLINE(session) && session?.previous !== null,
      fits: (session) => ON_THE_WAY(session) || is('unlinked')(session),
      points: ['practice-scan', 'primary-action'],
    },
  ],
}

const PASSKEY: Lesson = {
  name: 'passkey',
  takes: is('unlinked', 'scan'),
  preparation: [ADD],
  steps: [
    LINK,
    {
      name: 'demand',
      done: (session) => session?.status === 'linking' && session.passkey !== null,
      fits: ON_THE_WAY,
      act: { fault: 'passkey-required' },
      points: ['practice-scan'],
    },
    {
      name: 'use-passkey',
      done: (session) => is('linking', 'online')(session) && !isOffered(session),
      fits: isOffered,
      points: ['passkey-use'],
    },
    {
      name: 'confirmed',
      done: ONLINE,
      fits: (session) => is('linking', 'starting')(session) && !isOffered(session),
      points: ['passkey-confirm'],
    },
  ],
}

/** In the order in which they are proposed. */
export const LESSONS: readonly Lesson[] = [FIRST_LINK, DISCONNECTION, CLEARING, PASSKEY]

/** The one to propose after another; null after the last. */
export function lessonAfter(name: LessonName): Lesson | null {
  return LESSONS[LESSONS.findIndex((lesson) => lesson.name === name) + 1] ?? null
}
