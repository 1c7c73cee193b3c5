import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

type OnUpgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer) => void

/** A port on 127.0.0.1 that can be closed and opened again; what is asked meanwhile happens in turn. */
export class Listener {
  readonly #onRequest: RequestListener
  readonly #onUpgrade: OnUpgrade
  #server: Server | null = null
  #port: number
  #turn: Promise<unknown> = Promise.resolve()

  /** `port` 0 takes a free one at the first `open` and keeps it. */
  constructor(port: number, onRequest: RequestListener, onUpgrade: OnUpgrade) {
    this.#port = port
    this.#onRequest = onRequest
    this.#onUpgrade = onUpgrade
  }

  get port(): number {
    return this.#port
  }

  /** Listens. Nothing happens when it does already; rejects when the port is taken. */
  open(): Promise<void> {
    return this.#inTurn(async () => {
      this.#server ??= await this.#listen()
      const address = this.#server.address()
      if (address !== null && typeof address === 'object') this.#port = address.port
    })
  }

  /** Stops listening. `drop` has to end what was upgraded; the rest is ended here. */
  close(drop: () => void): Promise<void> {
    return this.#inTurn(async () => {
      const server = this.#server
      this.#server = null
      if (!server) return
      const closed = new Promise((resolve) => server.close(resolve))
      drop()
      server.closeAllConnections()
      await closed
    })
  }

  #listen(): Promise<Server> {
    const server = createServer(this.#onRequest)
    server.on('upgrade', this.#onUpgrade)
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#port, '127.0.0.1', () => resolve(server))
    })
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(task)
    this.#turn = result.catch(() => undefined)
    return result
  }
}
