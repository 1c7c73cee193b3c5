import { connect, createServer } from 'node:net'
import { knockAt } from '../knock.ts'
import { WayOut } from '../way-out.ts'
import { SLOW_HOST } from './slow-line.ts'

/** Many times as long as the line takes. */
const PATIENCE_MS = 10_000

/** Connects over a slow line in the way that is asked for, and prints what came of it. */
const server = createServer((socket) => socket.on('error', () => {}))
server.listen(0, '127.0.0.1', () => {
  void outcome(process.argv[2] ?? '').then((words) => {
    process.stdout.write(words)
    process.exit(0)
  })
})

async function outcome(how: string): Promise<string> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `ws://${SLOW_HOST}:${address.port}/`
  switch (how) {
    case 'node':
      return asNodeDoes(address.port)
    case 'way':
      return new WayOut().line(new URL(url)).then(() => 'connected', String)
    default:
      return (await knockAt(new WayOut(), url).reachable()) ? 'reachable' : 'not reachable'
  }
}

function asNodeDoes(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: SLOW_HOST, port })
    socket.once('connect', () => resolve('connected'))
    socket.once('error', () => resolve('not connected'))
    setTimeout(() => resolve('not connected'), PATIENCE_MS)
  })
}
