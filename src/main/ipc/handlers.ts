import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Activity, ActivityRange, LogLine } from '../../contract/activity.ts'
import type { Commands, Snapshot } from '../../contract/commands.ts'
import type { LessonName } from '../../contract/practice.ts'
import type { Preferences } from '../../contract/preferences.ts'
import { failure, ok, type Result } from '../../contract/result.ts'
import type { Supervisor } from '../../engine/keeping/supervisor.ts'
import type { Network } from '../network/network.ts'
import type { Handlers } from './ipc.ts'
import { practicePhone } from '../practice/practice-phone.ts'
import { openPracticeProcess } from '../practice/practice-process.ts'
import type { SimulatedWhatsApp } from '../practice/simulated-whatsapp.ts'

export interface HandlerParts {
  readonly attach: () => Snapshot
  readonly painted: () => void
  readonly supervisor: Supervisor
  readonly network: Network
  /** There is a new organization, which will be linked next. */
  readonly onCreated: () => void
  /** Asks the person for a folder; null where they cancelled, or are being asked already. */
  readonly chooseFolder: () => Promise<string | null>
  /** The organization in view has changed. */
  readonly showing: (organizationId: string | null) => void
  /** How the person answered a farewell. */
  readonly closeWindow: (how: Commands['closeWindow']['input']['how']) => void
  /** Puts them into force; says whether they could be kept. */
  readonly setPreferences: (preferences: Preferences) => boolean
  /** Ticks a lesson of practice mode; says whether that could be kept. */
  readonly lessonDone: (lesson: LessonName) => boolean
  readonly setPin: (pin: string | null) => Promise<Result<null>>
  /** What an organization went through; `most` events. */
  readonly activity: (organizationId: string, range: ActivityRange, most: number) => Activity
  /** The technical log of this run about a session and about the program. */
  readonly logOf: (sessionName: string) => readonly LogLine[]
  readonly copyText: (text: string) => void
  /** Practice mode's WhatsApp; null outside practice mode. */
  readonly simulated: SimulatedWhatsApp | null
}

/** One line per command; what a command does is the engine's. */
export function commandHandlers(parts: HandlerParts): Handlers {
  const {
    attach,
    painted,
    supervisor,
    simulated,
    setPreferences,
    setPin,
    chooseFolder,
    showing,
    closeWindow,
  } = parts
  return {
    attach: () => ok(attach()),
    painted: () => {
      painted()
      return ok(null)
    },
    createOrganization: async (input) => {
      const created = await supervisor.create(input, randomUUID())
      if (created.ok) parts.onCreated()
      return created
    },
    commandSession: ({ organizationId, command }) => supervisor.command(organizationId, command),
    linkByPhone: ({ organizationId, number }) => supervisor.linkByPhone(organizationId, number),
    renameOrganization: ({ organizationId, name }) => supervisor.rename(organizationId, name),
    removeOrganization: ({ organizationId, typedName }) => supervisor.remove(organizationId, typedName),
    restoreOrganization: ({ organizationId }) => supervisor.bringBack(organizationId),
    listQuarantine: async () => ok(await supervisor.quarantine()),
    exportSession: async ({ organizationId }) => {
      if (!supervisor.find(organizationId)) return failure('unknown-organization')
      const target = await chooseFolder()
      return target === null ? ok(null) : supervisor.exportSession(organizationId, target)
    },
    importSession: async ({ folder }) => {
      const source = folder ?? (await chooseFolder())
      return source === null ? ok(null) : supervisor.importSession(source, basename(source))
    },
    deleteSource: ({ organizationId }) => supervisor.deleteSource(organizationId),
    keepSource: ({ organizationId }) => supervisor.keepSource(organizationId),
    setPreferences: (preferences) =>
      setPreferences(preferences) ? ok(null) : failure('storage', { cause: 'io-error' }),
    setPin: ({ pin }) => setPin(pin),
    showing: ({ organizationId }) => {
      showing(organizationId)
      return ok(null)
    },
    closeWindow: ({ how }) => {
      closeWindow(how)
      return ok(null)
    },
    readActivity: ({ organizationId, range, most }) => {
      const session = supervisor.find(organizationId)
      return session ? ok(parts.activity(session.record.id, range, most)) : failure('unknown-organization')
    },
    readLog: ({ organizationId }) => {
      const session = supervisor.find(organizationId)
      return session ? ok(parts.logOf(session.record.sessionName)) : failure('unknown-organization')
    },
    copyText: ({ text }) => {
      parts.copyText(text)
      return ok(null)
    },
    readNetwork: async () => ok(await parts.network.use()),
    testNetwork: async ({ step }) => ok(await parts.network.test(step)),
    signInToProxy: ({ proxy, user, password }) => parts.network.signIn(proxy, user, password),
    forgetProxySignIn: ({ proxy }) => parts.network.forget(proxy),
    openPractice: () => {
      openPracticeProcess()
      return ok(null)
    },
    practiceScan: ({ organizationId }) => {
      const session = supervisor.find(organizationId)
      if (!simulated) return failure('not-practice')
      if (!session) return failure('unknown-organization')
      const { record, qrText, phoneCode } = session
      if (phoneCode !== null) return simulated.enterCode(phoneCode.number, phoneCode.code)
      if (qrText === null) return failure('simulator', { reason: 'no-qr' })
      return simulated.scan({ number: practicePhone(record), name: record.name }, qrText)
    },
    practiceFault: ({ organizationId, fault }) => {
      const session = supervisor.find(organizationId)
      if (!simulated) return failure('not-practice')
      if (!session) return failure('unknown-organization')
      const { record, phoneCode } = session
      return simulated.fault(phoneCode?.number ?? record.heldNumber ?? practicePhone(record), fault)
    },
    practiceHeal: () => simulated?.heal() ?? failure('not-practice'),
    practiceRestart: () => simulated?.restart() ?? failure('not-practice'),
    practiceLessonDone: ({ lesson }) => {
      if (!simulated) return failure('not-practice')
      return parts.lessonDone(lesson) ? ok(null) : failure('storage', { cause: 'io-error' })
    },
  }
}
