import { once } from 'node:events'
import type { Server, Socket } from 'node:net'

/** A server on a free port of 127.0.0.1, and everybody who is connected to it. */
export interface Listening<S extends Server> {
  readonly server: S
  readonly port: number
  /** Stops, and cuts every connection. */
  close(): Promise<void>
}

export async function listening<S extends Server>(server: S): Promise<Listening<S>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    server,
    port: address.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
