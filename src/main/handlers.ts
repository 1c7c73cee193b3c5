import { randomUUID } from 'node:crypto'
import type { Preferences, Snapshot } from '../contract/commands.ts'
import { failure, ok } from '../contract/result.ts'
import type { Supervisor } from '../engine/supervisor.ts'
import type { Handlers } from './ipc.ts'
import { openPracticeProcess } from './practice-process.ts'
import type { SimulatedWhatsApp } from './simulated-whatsapp.ts'

export interface HandlerParts {
  readonly attach: () => Snapshot
  readonly supervisor: Supervisor
  readonly setPreferences: (preferences: Preferences) => void
  /** Practice mode's WhatsApp; null outside practice mode. */
  readonly simulated: SimulatedWhatsApp | null
}

/** One line per command; what a command does is the engine's. */
export function commandHandlers({ attach, supervisor, simulated, setPreferences }: HandlerParts): Handlers {
  return {
    attach: () => ok(attach()),
    createOrganization: (input) => supervisor.create(input, randomUUID()),
    commandSession: ({ organizationId, command }) => supervisor.command(organizationId, command),
    linkByPhone: ({ organizationId, number }) => supervisor.linkByPhone(organizationId, number),
    renameOrganization: ({ organizationId, name }) => supervisor.rename(organizationId, name),
    setPreferences: (preferences) => {
      setPreferences(preferences)
      return ok(null)
    },
    openPractice: () => {
      openPracticeProcess()
      return ok(null)
    },
    practiceScan: ({ organizationId }) => {
      const session = supervisor.find(organizationId)
      if (!simulated) return failure('not-practice')
      if (!session) return failure('unknown-organization')
      const { record, qrText, phoneCode } = session
      if (phoneCode !== null) return simulated.enterCode(record, phoneCode)
      return qrText === null ? failure('simulator', { reason: 'no-qr' }) : simulated.scan(record, qrText)
    },
    practiceFault: ({ organizationId, fault }) => {
      const session = supervisor.find(organizationId)
      if (!simulated) return failure('not-practice')
      return session ? simulated.fault(session.record, fault) : failure('unknown-organization')
    },
    practiceHeal: () => simulated?.heal() ?? failure('not-practice'),
  }
}
