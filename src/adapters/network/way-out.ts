import type { ClientRequestArgs } from 'node:http'
import { Agent } from 'node:https'
import { type Socket, setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net'
import type { Duplex } from 'node:stream'
import { fetchThrough } from './fetch-through.ts'
import { asksPlainly } from './portal.ts'
import { type SignIn, throughProxy, wantsSignIn } from './proxy-tunnel.ts'
import { encrypt, type Place, reach } from './reach.ts'
import { bare, noProxy, placeOf, type Proxy, type ResolveProxy, type Route, routesOf } from './route.ts'
import { WayTrouble } from './way-trouble.ts'

/** How long one of a host's addresses may take: Node's 250 ms is less than a slow line needs. */
const ATTEMPT_MS = 2_500
/** How long each part of the way may take. */
const PART_MS = 12_000
const PORTS: Readonly<Record<string, number>> = { 'wss:': 443, 'https:': 443, 'ws:': 80, 'http:': 80 }
const SECURE: ReadonlySet<string> = new Set(['wss:', 'https:'])

/** What a proxy is told about who asks. */
export interface SignIns {
  /** What this proxy is told; null where nobody has said. */
  of(proxy: string): Promise<SignIn | null>
  /** This proxy wants to know who asks. @param told what it was told, and did not accept */
  wanted(proxy: string, told: SignIn | null): void
  /** This proxy lets through. */
  passed(proxy: string): void
}

/** Where no proxy has ever asked. */
export const NO_SIGN_INS: SignIns = { of: () => Promise.resolve(null), wanted: () => {}, passed: () => {} }

/**
 * The one place that makes connections to the outside: directly or through the proxies that the system names, anew for
 * each connection, and with the authorities that the system trusts.
 */
export class WayOut {
  readonly #resolve: ResolveProxy
  readonly #signIns: SignIns
  readonly #plain: Agent
  readonly #secure: Agent
  /** For `fetch`, and for whatever takes its options. */
  readonly fetchOptions: RequestInit

  constructor(resolve: ResolveProxy = noProxy, signIns: SignIns = NO_SIGN_INS) {
    setDefaultAutoSelectFamilyAttemptTimeout(ATTEMPT_MS)
    this.#resolve = resolve
    this.#signIns = signIns
    const openAs = (protocol: string) => (place: Place) =>
      this.open(new URL(`${protocol}//${placeOf(place)}`))
    this.#plain = new WayAgent('http:', openAs('ws:'))
    this.#secure = new WayAgent('https:', openAs('wss:'))
    this.fetchOptions = fetchThrough((url) => this.open(url))
  }

  /** For `http.request`, `https.request` and WebSockets to this URL. */
  agentFor(url: string): Agent {
    return SECURE.has(new URL(url).protocol) ? this.#secure : this.#plain
  }

  /** The ways to a URL at this moment, in the order in which they are tried. */
  async routes(url: URL): Promise<readonly Route[]> {
    return routesOf(await this.#resolve(url.href))
  }

  /**
   * A connection to the server of a URL, encrypted where its protocol says so.
   *
   * @throws {WayTrouble} where something on the way stands in it; the network's own error otherwise
   */
  async open(url: URL): Promise<Socket> {
    const target = targetOf(url)
    const line = await this.line(url)
    if (!SECURE.has(url.protocol)) return line
    try {
      return await encrypt(line, target.host, PART_MS)
    } catch (error) {
      // A network that wants a sign-in first cannot show the server's certificate, and answers plain requests itself.
      if (error instanceof WayTrouble && (await asksPlainly(target.host)))
        throw new WayTrouble({ how: 'portal' })
      throw error
    }
  }

  /** As `open`, but without encryption: whether there is a way at all. */
  async line(url: URL): Promise<Socket> {
    const target = targetOf(url)
    let failed: unknown = null
    for (const route of await this.routes(url)) {
      try {
        return await (route.kind === 'direct' ? reach(target, PART_MS) : this.#through(route, target))
      } catch (error) {
        // What refuses says more than what cannot be reached.
        failed = refuses(failed) ? failed : error
      }
    }
    throw failed
  }

  async #through(proxy: Proxy, target: Place): Promise<Socket> {
    const place = placeOf(proxy)
    const signIn = await this.#signIns.of(place)
    try {
      const line = await throughProxy(proxy, target, signIn, PART_MS)
      this.#signIns.passed(place)
      return line
    } catch (error) {
      if (wantsSignIn(error)) this.#signIns.wanted(place, signIn)
      throw error
    }
  }
}

function refuses(error: unknown): boolean {
  return error instanceof WayTrouble && error.trouble.how === 'proxy' && error.trouble.status !== null
}

/** Where a URL leads. */
export function targetOf({ hostname, port, protocol }: URL): Place {
  return { host: bare(hostname), port: port === '' ? (PORTS[protocol] ?? 443) : Number(port) }
}

type Open = (place: Place) => Promise<Socket>
type Answer = (error: Error | null, socket: Duplex) => void

/** Also for what is not encrypted: Baileys takes no other kind. */
class WayAgent extends Agent {
  readonly protocol: string
  readonly defaultPort: number
  readonly #open: Open

  constructor(protocol: 'http:' | 'https:', open: Open) {
    super()
    this.protocol = protocol
    this.defaultPort = PORTS[protocol] ?? 443
    this.#open = open
  }

  /** Node calls this when a request needs a connection. */
  override createConnection({ host, port }: ClientRequestArgs, answer?: Answer): undefined {
    this.#open({ host: host ?? 'localhost', port: Number(port) }).then(
      (socket) => answer?.(null, socket),
      // Node's types want a stream beside every error.
      (error: unknown) => {
        if (answer) Reflect.apply(answer, null, [error])
      },
    )
  }
}
