import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { connect, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SignIn } from '../proxy-tunnel.ts'
import { listening, type Listening } from './listening.ts'

/** A real HTTP proxy on this computer: plain, with a sign-in, or one that refuses. */
export class ProxyServer {
  readonly #at: Listening<Server>
  readonly #rules: ProxyRules
  /** Where it was asked to connect to, in order, with what it answered. */
  readonly asked: { readonly target: string; readonly status: number; readonly told: string | null }[] = []

  /** What it was asked for that is not encrypted, and did not give. */
  readonly others: string[] = []

  private constructor(at: Listening<Server>, rules: ProxyRules) {
    this.#at = at
    this.#rules = rules
    at.server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
      this.others.push(request.url ?? '')
      answer.writeHead(400).end()
    })
    at.server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) =>
      this.#serve(request, client, head),
    )
  }

  static async start(rules: ProxyRules = {}): Promise<ProxyServer> {
    return new ProxyServer(await listening(createServer()), rules)
  }

  /** `host:port`. */
  get place(): string {
    return `127.0.0.1:${this.#at.port}`
  }

  /** As a PAC script names it. */
  get entry(): string {
    return `PROXY ${this.place}`
  }

  close(): Promise<void> {
    return this.#at.close()
  }

  #serve(request: IncomingMessage, client: Duplex, head: Buffer): void {
    client.on('error', () => client.destroy())
    const told = request.headers['proxy-authorization'] ?? null
    const target = request.url ?? ''
    const { signIn, refuse } = this.#rules
    const status = signIn && told !== basic(signIn) ? 407 : (refuse ?? 200)
    this.asked.push({ target, status, told })
    if (status !== 200) {
      const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="shop"\r\n' : ''
      client.end(`HTTP/1.1 ${status} No\r\n${challenge}Content-Length: 0\r\n\r\n`)
      return
    }
    const { hostname, port } = new URL(`tcp://${target}`)
    const line = connect(Number(port), hostname)
    line.on('error', () => client.destroy())
    line.on('close', () => client.destroy())
    client.on('close', () => line.destroy())
    line.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      line.write(head)
      client.pipe(line).pipe(client)
    })
  }
}

export interface ProxyRules {
  signIn?: SignIn
  /** The HTTP status that everybody gets. */
  refuse?: number
}

function basic({ user, password }: SignIn): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** A SOCKS5 proxy; counts whom it lets in. */
export class SocksServer {
  readonly #at: Listening<TcpServer>
  readonly #signIn: SignIn | undefined
  connections = 0

  private constructor(at: Listening<TcpServer>, signIn: SignIn | undefined) {
    this.#at = at
    this.#signIn = signIn
    at.server.on('connection', (client) => {
      client.on('error', () => client.destroy())
      void this.#serve(client).catch(() => client.destroy())
    })
  }

  static async start({ signIn }: Pick<ProxyRules, 'signIn'> = {}): Promise<SocksServer> {
    return new SocksServer(await listening(createTcpServer()), signIn)
  }

  get entry(): string {
    return `SOCKS5 127.0.0.1:${this.#at.port}`
  }

  close(): Promise<void> {
    return this.#at.close()
  }

  async #serve(client: Socket): Promise<void> {
    const [, count = 0, ...offered] = await said(client)
    const method = this.#signIn ? BY_PASSWORD : OPENLY
    if (!offered.slice(0, count).includes(method)) {
      client.end(Buffer.from([5, NO_METHOD]))
      return
    }
    client.write(Buffer.from([5, method]))
    if (this.#signIn && !(await signsIn(client, this.#signIn))) return
    const asked = await said(client)
    this.connections += 1
    // 5, connect, 0, then an address (1: four bytes, 3: a name with its length) and a port.
    const name = asked[3] === 3
    const end = name ? 5 + (asked[4] ?? 0) : 8
    const host = name ? asked.subarray(5, end).toString() : asked.subarray(4, 8).join('.')
    const line = connect(asked.readUInt16BE(end), host)
    line.on('error', () => client.destroy())
    line.on('close', () => client.destroy())
    client.on('close', () => line.destroy())
    await once(line, 'connect')
    client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
    client.pipe(line).pipe(client)
  }
}

/** SOCKS5's numbers for how a client may say who it is (RFC 1928). */
const OPENLY = 0
const BY_PASSWORD = 2
const NO_METHOD = 255

/** What a client says next; what it says at once comes at once on this computer. */
async function said(client: Socket): Promise<Buffer> {
  const [data]: unknown[] = await once(client, 'data')
  if (!Buffer.isBuffer(data)) throw new TypeError('text')
  return data
}

/** RFC 1929: 1, then the user's and the password's length and bytes; the answer is 0, or the line is cut. */
async function signsIn(client: Socket, { user, password }: SignIn): Promise<boolean> {
  const told = await said(client)
  const split = 2 + (told[1] ?? 0)
  const right =
    told.subarray(2, split).toString() === user && told.subarray(split + 1).toString() === password
  const answer = Buffer.from([1, right ? 0 : 1])
  if (right) client.write(answer)
  else client.end(answer)
  return right
}
