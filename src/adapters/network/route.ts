/** One way from this computer to a server. */
export type Route = { readonly kind: 'direct' } | Proxy

export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks4' | 'socks5'
  readonly host: string
  readonly port: number
}

/** Tells by which ways a URL may be reached, in the format of PAC scripts: `PROXY host:port; SOCKS5 host:port; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>

/** Where nobody has set a proxy. */
export const noProxy: ResolveProxy = () => Promise.resolve('DIRECT')

const KINDS: Readonly<Record<string, Proxy['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}
const DEFAULT_PORTS: Readonly<Record<Proxy['kind'], number>> = {
  http: 80,
  https: 443,
  socks4: 1080,
  socks5: 1080,
}
const DIRECT: Route = { kind: 'direct' }

/** The ways in a list, in its order; what cannot be understood is left out, and no way at all is the direct one. */
export function routesOf(list: string): readonly Route[] {
  const routes = list.split(';').flatMap((entry) => routeOf(entry.trim()) ?? [])
  return routes.length > 0 ? routes : [DIRECT]
}

function routeOf(entry: string): Route | null {
  const [word = '', place = ''] = entry.split(/\s+/)
  if (word.toUpperCase() === 'DIRECT') return DIRECT
  const kind = KINDS[word.toUpperCase()]
  if (kind === undefined || !URL.canParse(`tcp://${place}`)) return null
  const { hostname, port } = new URL(`tcp://${place}`)
  if (hostname === '') return null
  return { kind, host: bare(hostname), port: port === '' ? DEFAULT_PORTS[kind] : Number(port) }
}

/** A proxy as people write it: `host:port`. */
export function placeOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** A host without the brackets of an IPv6 address in a URL. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}
