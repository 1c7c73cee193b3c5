import { z } from 'zod'
import {
  PRACTICE_FAULTS,
  type PracticeFault,
  type SimulatorReply,
  type SimulatorRequest,
} from '../contract/practice.ts'
import type { DeviceHandle } from './device-handle.ts'
import type { Simulator } from './server.ts'

const request = z.discriminatedUnion('kind', [
  z.object({ id: z.int(), kind: z.literal('scan'), qr: z.string(), number: z.string(), name: z.string() }),
  z.object({ id: z.int(), kind: z.literal('fault'), fault: z.enum(PRACTICE_FAULTS), number: z.string() }),
  z.object({ id: z.int(), kind: z.literal('heal') }),
]) satisfies z.ZodType<SimulatorRequest>

/**
 * Puts a simulator under the control of practice mode. Gives the function that carries out one request and
 * answers it, `refused` with a sentence when the simulated phone or server will not. A message that is no
 * request is answered with `null`: there is no id to answer to.
 */
export function controlSimulator(
  simulator: Simulator,
): (message: unknown) => Promise<Exclude<SimulatorReply, { kind: 'ready' }> | null> {
  return async (message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) return null
    const { id } = parsed.data
    try {
      await carryOut(simulator, parsed.data)
      return { kind: 'done', id }
    } catch (error) {
      return { kind: 'refused', id, reason: error instanceof Error ? error.message : String(error) }
    }
  }
}

async function carryOut(simulator: Simulator, asked: SimulatorRequest): Promise<void> {
  switch (asked.kind) {
    case 'scan':
      return simulator.phone(asked.number, { name: asked.name }).scan(asked.qr)
    case 'fault':
      return cause(simulator, asked.fault, asked.number)
    case 'heal':
      return heal(simulator)
  }
}

async function cause(simulator: Simulator, fault: PracticeFault, number: string): Promise<void> {
  const device = simulator.device(number)
  switch (fault) {
    case 'connection-drop':
      return device.dropTcp()
    case 'outage':
      return simulator.pause()
    case 'half-open':
      return device.halfOpen()
    case 'unlinked-from-phone':
      return device.unlink()
    case 'opened-elsewhere':
      return device.conflict()
    case 'account-restricted':
      device.refuseLogins(403)
      return device.failure(403)
    case 'whatsapp-unavailable':
      simulator.setFault({ kind: 'login-failure', reason: 503 })
      for (const each of devices(simulator)) each.streamError(503)
      return
    case 'undecryptable-messages':
      return simulator.flood(number, { senders: 6, each: 3 })
  }
}

/** Ends every fault that lasts. */
async function heal(simulator: Simulator): Promise<void> {
  simulator.setFault(null)
  for (const device of devices(simulator)) device.refuseLogins(null)
  await simulator.resume()
}

function devices(simulator: Simulator): readonly DeviceHandle[] {
  return simulator.phones().flatMap((phone) => phone.linkedDevices().map(({ id }) => phone.device(id)))
}
