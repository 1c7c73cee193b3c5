import { connect } from 'node:net'
import type { Network } from '../../engine/ports.ts'

const TIMEOUT_MS = 1_500
const PORTS: Readonly<Record<string, number>> = { 'wss:': 443, 'ws:': 80 }

/**
 * Tells whether the server of a WebSocket address takes TCP connections. One such knock for all sessions costs the
 * other side next to nothing, and shows its return at once; `net.isOnline()` knows only this computer's own cable.
 */
export function tcpNetwork(url: string): Network {
  const { hostname, port, protocol } = new URL(url)
  return {
    reachable: () =>
      new Promise((resolve) => {
        const socket = connect({
          host: hostname.replace(/^\[|\]$/g, ''),
          port: port === '' ? (PORTS[protocol] ?? 443) : Number(port),
          timeout: TIMEOUT_MS,
        })
        const answer = (reachable: boolean) => {
          socket.destroy()
          resolve(reachable)
        }
        socket.once('connect', () => answer(true))
        socket.once('timeout', () => answer(false))
        socket.once('error', () => answer(false))
      }),
  }
}
