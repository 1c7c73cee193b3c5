import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/** Far more than anything that is asked here is answered with. */
const LONGEST_MESSAGE = 16 * 1024 * 1024
const ANSWER_MS = 30_000

const message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  sessionId: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})

/** What a browser says by itself. `sessionId`: the target it is about; null where it is about the browser. */
export interface CdpEvent {
  readonly method: string
  readonly params: unknown
  readonly sessionId: string | null
}

export interface CdpQuestion<S extends z.ZodType> {
  readonly method: string
  readonly params?: object
  readonly sessionId?: string
  /** What the answer has to look like. */
  readonly answer: S
  /** Milliseconds; `Infinity` where a person is waited for. */
  readonly within?: number
}

/** Why a question has no answer. `Closed`: the browser is gone. `Silent`: it did not answer in time. */
export class CdpError extends Error {
  readonly kind: 'Closed' | 'Silent' | 'NotDone' | 'Unreadable'

  constructor(kind: CdpError['kind'], method: string) {
    super(`${method}: ${kind}`)
    this.kind = kind
  }
}

interface Asked {
  readonly method: string
  readonly settle: (result: unknown, trouble: CdpError['kind'] | null) => void
}

/**
 * Chromium's DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a zero
 * byte. No port is opened, so that nobody else on this computer can take part.
 */
export class CdpPipe {
  /** Resolves when nothing more can be asked. */
  readonly closed: Promise<void>
  readonly #input: Writable
  readonly #asked = new Map<number, Asked>()
  readonly #listeners = new Set<(event: CdpEvent) => void>()
  readonly #close: () => void
  #count = 0
  #isClosed = false
  #pieces: Buffer[] = []
  #length = 0

  /**
   * @param input what the browser reads, its descriptor 3
   * @param output what it writes, its descriptor 4
   */
  constructor(input: Writable, output: Readable) {
    this.#input = input
    const { promise, resolve } = Promise.withResolvers<void>()
    this.closed = promise
    this.#close = () => {
      this.#isClosed = true
      for (const { settle } of this.#asked.values()) settle(null, 'Closed')
      resolve()
    }
    output.on('data', (piece: Buffer) => this.#read(piece))
    for (const end of ['end', 'close', 'error']) output.once(end, this.#close)
    for (const end of ['close', 'error']) input.on(end, this.#close)
  }

  /** Calls back with everything that the browser says by itself; the returned function ends it. */
  listen(listener: (event: CdpEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @throws CdpError */
  ask<S extends z.ZodType>(question: CdpQuestion<S>): Promise<z.infer<S>> {
    const { method, params = {}, sessionId, answer, within = ANSWER_MS } = question
    this.#count += 1
    const id = this.#count
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new CdpError('Closed', method))
      const patience = Number.isFinite(within)
        ? setTimeout(() => this.#asked.get(id)?.settle(null, 'Silent'), within)
        : undefined
      const settle: Asked['settle'] = (result, trouble) => {
        clearTimeout(patience)
        this.#asked.delete(id)
        const parsed = answer.safeParse(result)
        if (trouble !== null) reject(new CdpError(trouble, method))
        else if (!parsed.success) reject(new CdpError('Unreadable', method))
        else resolve(parsed.data)
      }
      this.#asked.set(id, { method, settle })
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Asks for something whose answer is of no interest, nor whether there is one. */
  tell(method: string, params: object = {}, sessionId?: string): void {
    if (this.#isClosed) return
    this.#count += 1
    this.#input.write(`${JSON.stringify({ id: this.#count, method, params, sessionId })}\0`)
  }

  #read(piece: Buffer): void {
    let rest = piece
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString()
      this.#pieces = []
      this.#length = 0
      rest = rest.subarray(end + 1)
      this.#heard(whole)
    }
    this.#length += rest.length
    // Nobody sends that: it is not a browser that is on the other end.
    if (this.#length > LONGEST_MESSAGE) this.#close()
    else if (rest.length > 0) this.#pieces.push(rest)
  }

  #heard(text: string): void {
    if (this.#isClosed) return
    const parsed = message.safeParse(jsonOf(text))
    if (!parsed.success) return this.#close()
    const { id, method, params, sessionId = null, result, error } = parsed.data
    if (id !== undefined) this.#asked.get(id)?.settle(result, error === undefined ? null : 'NotDone')
    else if (method !== undefined) for (const hear of this.#listeners) hear({ method, params, sessionId })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
