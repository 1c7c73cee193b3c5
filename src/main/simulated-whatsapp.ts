import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { z } from 'zod'
import type { PracticeFault, SimulatorReply, SimulatorRequest } from '../contract/practice.ts'
import { failure, ok, type Result } from '../contract/result.ts'

const replySchema: z.ZodType<SimulatorReply> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), url: z.string() }),
  z.strictObject({ kind: z.literal('done'), id: z.number() }),
  z.strictObject({ kind: z.literal('refused'), id: z.number(), reason: z.string() }),
])

type Order = SimulatorRequest extends infer R ? (R extends SimulatorRequest ? Omit<R, 'id'> : never) : never

/** The practice mode's WhatsApp and phones: a process of its own, so that they share nothing with the sessions. */
export interface SimulatedWhatsApp {
  /** Loopback WebSocket address. */
  readonly url: string
  scan(organization: { readonly id: string; readonly name: string }, qr: string): Promise<Result<null>>
  /** @param number digits of the phone that types it */
  enterCode(number: string, code: string): Promise<Result<null>>
  fault(organization: { readonly id: string }, fault: PracticeFault): Promise<Result<null>>
  heal(): Promise<Result<null>>
  end(): void
}

/**
 * Starts the simulator process.
 *
 * @param stateFile where it keeps its phones and linked devices between runs
 * @throws where the process ends before it is ready
 */
export async function startSimulatedWhatsApp(stateFile: string): Promise<SimulatedWhatsApp> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'simulator.js'), [stateFile], {
    serviceName: 'Enlace practice',
  })
  const waiting = new Map<number, (result: Result<null>) => void>()
  let lastId = 0
  let ended = false

  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const parsed = replySchema.safeParse(message)
      if (!parsed.success) return
      const reply = parsed.data
      if (reply.kind === 'ready') return resolve(reply.url)
      waiting.get(reply.id)?.(
        reply.kind === 'done' ? ok(null) : failure('simulator', { reason: reply.reason }),
      )
      waiting.delete(reply.id)
    })
    child.once('exit', (code) => {
      reject(new Error(`the simulator ended with ${code}`))
      ended = true
      for (const answer of waiting.values()) answer(failure('simulator', { reason: 'ended' }))
      waiting.clear()
    })
  })

  const ask = (order: Order) =>
    new Promise<Result<null>>((resolve) => {
      if (ended) {
        resolve(failure('simulator', { reason: 'ended' }))
        return
      }
      lastId += 1
      waiting.set(lastId, resolve)
      child.postMessage({ ...order, id: lastId } satisfies SimulatorRequest)
    })

  return {
    url,
    scan: ({ id, name }, qr) => ask({ kind: 'scan', qr, number: practiceNumber(id), name }),
    enterCode: (number, code) => ask({ kind: 'enter-code', code, number }),
    fault: ({ id }, fault) => ask({ kind: 'fault', fault, number: practiceNumber(id) }),
    heal: () => ask({ kind: 'heal' }),
    end: () => void child.kill(),
  }
}

/** The simulated shop phone of an organization: always the same one. */
function practiceNumber(organizationId: string): string {
  const digest = createHash('sha256').update(organizationId).digest()
  return `57300${String(digest.readUInt32BE() % 10_000_000).padStart(7, '0')}`
}
