import { request } from 'node:http'
import type { Socket } from 'node:net'
import { encrypt, type Place, reach, timedOut } from './reach.ts'
import { placeOf, type Proxy } from './route.ts'
import { WayTrouble } from './way-trouble.ts'

/** What a proxy asks for before it lets anybody through. */
export interface SignIn {
  readonly user: string
  readonly password: string
}

const SIGN_IN_WANTED = 407
const NO_WAY_ON = 502

/**
 * A connection to `target` through a proxy, as if there were none.
 *
 * @throws {WayTrouble} where it is the proxy that cannot be reached or refuses
 */
export async function throughProxy(
  proxy: Proxy,
  target: Place,
  signIn: SignIn | null,
  timeoutMs: number,
): Promise<Socket> {
  const line = await reachProxy(proxy, timeoutMs)
  try {
    return proxy.kind === 'socks4' || proxy.kind === 'socks5'
      ? await throughSocks(line, proxy, target, signIn, timeoutMs)
      : await throughHttp(line, proxy, target, signIn, timeoutMs)
  } catch (error) {
    line.destroy()
    throw error
  }
}

async function reachProxy(proxy: Proxy, timeoutMs: number): Promise<Socket> {
  try {
    const line = await reach(proxy, timeoutMs)
    return proxy.kind === 'https' ? await encrypt(line, proxy.host, timeoutMs) : line
  } catch (error) {
    if (error instanceof WayTrouble) throw error
    throw refusedBy(proxy, null)
  }
}

function throughHttp(
  line: Socket,
  proxy: Proxy,
  target: Place,
  signIn: SignIn | null,
  timeoutMs: number,
): Promise<Socket> {
  const path = placeOf(target)
  const headers = { host: path, ...(signIn ? { 'proxy-authorization': basic(signIn) } : {}) }
  return new Promise((resolve, reject) => {
    const asking = request({ method: 'CONNECT', path, headers, createConnection: () => line })
    const timer = setTimeout(() => asking.destroy(timedOut()), timeoutMs)
    asking.once('error', () => {
      clearTimeout(timer)
      reject(refusedBy(proxy, null))
    })
    // Node answers a CONNECT with this event whatever its status.
    asking.once('connect', ({ statusCode = 0 }, socket, head) => {
      clearTimeout(timer)
      if (statusCode !== 200) {
        reject(refusedBy(proxy, statusCode))
        return
      }
      if (head.length > 0) socket.unshift(head)
      resolve(line)
    })
    asking.end()
  })
}

async function throughSocks(
  line: Socket,
  proxy: Proxy,
  target: Place,
  signIn: SignIn | null,
  timeoutMs: number,
): Promise<Socket> {
  const { SocksClient } = await import('socks')
  try {
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      destination: { host: target.host, port: target.port },
      existing_socket: line,
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.kind === 'socks4' ? 4 : 5,
        ...(signIn ? { userId: signIn.user, password: signIn.password } : {}),
      },
      timeout: timeoutMs,
    })
    return socket
  } catch (error) {
    // The package tells its errors apart by their words alone.
    const wanted = error instanceof Error && /authentication/i.test(error.message)
    throw refusedBy(proxy, wanted ? SIGN_IN_WANTED : NO_WAY_ON)
  }
}

function basic({ user, password }: SignIn): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

function refusedBy(proxy: Proxy, status: number | null): WayTrouble {
  return new WayTrouble({ how: 'proxy', status, proxy: placeOf(proxy) })
}

/** Whether a proxy wants to know who asks. */
export function wantsSignIn(error: unknown): boolean {
  return (
    error instanceof WayTrouble && error.trouble.how === 'proxy' && error.trouble.status === SIGN_IN_WANTED
  )
}
