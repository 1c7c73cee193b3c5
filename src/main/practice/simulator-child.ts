import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { z } from 'zod'
import type { SimulatorReply, SimulatorRequest } from '../../contract/practice.ts'
import { failure, ok, type Result } from '../../contract/result.ts'

const replySchema: z.ZodType<SimulatorReply> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), url: z.string() }),
  z.strictObject({ kind: z.literal('done'), id: z.number() }),
  z.strictObject({ kind: z.literal('signed'), id: z.number(), assertion: z.string() }),
  z.strictObject({ kind: z.literal('refused'), id: z.number(), reason: z.string() }),
])

/** A request without its id, which is the child's to give. */
export type Order = SimulatorRequest extends infer R
  ? R extends SimulatorRequest
    ? Omit<R, 'id'>
    : never
  : never

type Answer = Extract<SimulatorReply, { kind: 'done' | 'signed' }>

/** One run of the simulator process. */
export interface SimulatorChild {
  /** Loopback WebSocket address. */
  readonly url: string
  /** `simulator` with reason `ended` once the process is gone. */
  ask(order: Exclude<Order, { kind: 'sign-passkey' }>): Promise<Result<null>>
  /** The credential as JSON; fails as {@link ask}. */
  sign(order: Omit<Extract<Order, { kind: 'sign-passkey' }>, 'kind'>): Promise<Result<string>>
  kill(): void
}

export interface SimulatorChildOptions {
  /** Where it keeps its phones and linked devices between runs. */
  readonly stateFile: string
  /** 0 takes a free one. */
  readonly port: number
  /** The process has gone after it was ready, for whatever reason. */
  readonly onEnded: () => void
}

/** Starts the simulator process. @throws where it ends before it is ready */
export async function startSimulatorChild(options: SimulatorChildOptions): Promise<SimulatorChild> {
  const { stateFile, port, onEnded } = options
  const child = utilityProcess.fork(join(import.meta.dirname, 'simulator.js'), [stateFile, String(port)], {
    serviceName: 'Enlace practice',
  })
  const waiting = new Map<number, (result: Result<Answer>) => void>()
  let lastId = 0
  let ready = false
  let ended = false

  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const parsed = replySchema.safeParse(message)
      if (!parsed.success) return
      const reply = parsed.data
      if (reply.kind === 'ready') {
        ready = true
        resolve(reply.url)
        return
      }
      waiting.get(reply.id)?.(
        reply.kind === 'refused' ? failure('simulator', { reason: reply.reason }) : ok(reply),
      )
      waiting.delete(reply.id)
    })
    child.once('exit', (code) => {
      ended = true
      reject(new Error(`the simulator ended with ${code}`))
      for (const answer of waiting.values()) answer(failure('simulator', { reason: 'ended' }))
      waiting.clear()
      if (ready) onEnded()
    })
  })

  const send = (order: Order): Promise<Result<Answer>> =>
    new Promise((resolve) => {
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
    ask: async (order) => {
      const answer = await send(order)
      return answer.ok ? ok(null) : answer
    },
    sign: async (order) => {
      const answer = await send({ kind: 'sign-passkey', ...order })
      if (!answer.ok) return answer
      return answer.value.kind === 'signed'
        ? ok(answer.value.assertion)
        : failure('simulator', { reason: answer.value.kind })
    },
    kill: () => void child.kill(),
  }
}
