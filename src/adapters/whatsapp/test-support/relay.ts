import { connect, createServer, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

/**
 * Passes TCP connections on to another port of this computer, in a thread of its own: while the thread stands still,
 * nothing is answered any more, not even by the operating system once its short queue is full.
 */
const { port, gate } = z.object({ port: z.number(), gate: z.instanceof(Int32Array) }).parse(workerData)

const server = createServer((near) => {
  const far = connect(port, '127.0.0.1')
  const end = (one: Socket, other: Socket) => one.on('error', () => {}).on('close', () => other.destroy())
  end(near, far)
  end(far, near)
  near.pipe(far).pipe(near)
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => parentPort?.postMessage(server.address()))

parentPort?.on('message', () => {
  parentPort?.postMessage('silent')
  Atomics.wait(gate, 0, 0)
})
