import { randomUUID } from 'node:crypto'
import type { Snapshot } from '../contract/commands.ts'
import { failure, ok } from '../contract/result.ts'
import type { Supervisor } from '../engine/supervisor.ts'
import type { Handlers } from './ipc.ts'
import { openPracticeProcess } from './practice-process.ts'
import type { SimulatedWhatsApp } from './simulated-whatsapp.ts'

export interface HandlerParts {
  readonly attach: () => Snapshot
  readonly supervisor: Supervisor
  /** Practice mode's WhatsApp; null outside practice mode. */
  readonly simulated: SimulatedWhatsApp | null
}

/** One line per command; what a command does is the engine's. */
export function commandHandlers({ attach, supervisor, simulated }: HandlerParts): Handlers {
  return {
    attach: () => ok(attach()),
    createOrganization: (input) => supervisor.create(input, randomUUID()),
    commandSession: ({ organizationId, command }) => supervisor.command(organizationId, command),
    openPractice: () => {
      openPracticeProcess()
      return ok(null)
    },
    practiceScan: ({ organizationId }) => {
      const organization = supervisor.record(organizationId)
      if (!simulated) return failure('not-practice')
      if (!organization) return failure('unknown-organization')
      const qr = supervisor.qrText(organizationId)
      return qr === null
        ? failure('simulator', { reason: 'no-qr' })
        : simulated.scan({ id: organizationId, name: organization.name }, qr)
    },
    practiceFault: ({ organizationId, fault }) => {
      if (!simulated) return failure('not-practice')
      if (!supervisor.record(organizationId)) return failure('unknown-organization')
      return simulated.fault({ id: organizationId }, fault)
    },
    practiceHeal: () => simulated?.heal() ?? failure('not-practice'),
  }
}
