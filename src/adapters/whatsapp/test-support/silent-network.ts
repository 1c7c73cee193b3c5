import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

/** More than the operating system keeps for a server that accepts nobody. */
const FILLING = 8

/**
 * A network between a client and a server that can fall silent, as when a router loses its line: what is sent is lost,
 * whoever connects hears nothing, and nobody is told.
 */
export class SilentNetwork {
  readonly #worker: Worker
  readonly #gate: Int32Array
  readonly #port: number
  #fillers: readonly Socket[] = []

  private constructor(worker: Worker, gate: Int32Array, port: number) {
    this.#worker = worker
    this.#gate = gate
    this.#port = port
  }

  /** @param url of the server, on this computer */
  static async before(url: string): Promise<SilentNetwork> {
    const gate = new Int32Array(new SharedArrayBuffer(4))
    const workerData = { port: Number(new URL(url).port), gate }
    const worker = new Worker(join(import.meta.dirname, 'relay.ts'), { workerData })
    const [address]: unknown[] = await once(worker, 'message')
    return new SilentNetwork(worker, gate, z.object({ port: z.number() }).parse(address).port)
  }

  /** The server's address, through this network. */
  through(url: string): string {
    const address = new URL(url)
    address.port = String(this.#port)
    return address.href
  }

  async fallSilent(): Promise<void> {
    Atomics.store(this.#gate, 0, 0)
    const silent = once(this.#worker, 'message')
    this.#worker.postMessage('silence')
    await silent
    this.#fillers = Array.from({ length: FILLING }, () =>
      connect(this.#port, '127.0.0.1').on('error', () => {}),
    )
  }

  comeBack(): void {
    for (const filler of this.#fillers) filler.destroy()
    this.#fillers = []
    Atomics.store(this.#gate, 0, 1)
    Atomics.notify(this.#gate, 0)
  }

  async remove(): Promise<void> {
    this.comeBack()
    await this.#worker.terminate()
  }
}
