import { lookup } from 'node:dns/promises'
import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import WebSocket from 'ws'
import {
  CLOCK_TOLERANCE_MS,
  type NetworkStep,
  type NetworkTrouble,
  type StepReport,
} from '../../contract/network.ts'
import { isClockCode } from '../../engine/certificate-codes.ts'
import { isPortalAnswer } from './portal.ts'
import { issuerOf, reach } from './reach.ts'
import { placeOf, type Proxy } from './route.ts'
import { targetOf, type WayOut } from './way-out.ts'
import { type Trouble, troubleIn } from './way-trouble.ts'

const STEP_MS = 15_000
const SIGN_IN_WANTED = 407
/** As Baileys does: WhatsApp's servers talk to its own page. */
const ORIGIN = 'https://web.whatsapp.com'

/** Looks at one part of the way to a WebSocket address. Each step stands for itself and leaves nothing open. */
export async function testStep(way: WayOut, address: string, step: NetworkStep): Promise<StepReport> {
  const url = new URL(address)
  try {
    return await STEPS[step](way, url)
  } catch (error) {
    return failed(step, error)
  }
}

const STEPS: Readonly<Record<NetworkStep, (way: WayOut, url: URL) => Promise<StepReport>>> = {
  async name(way, url) {
    const { host } = await firstStop(way, url)
    if (isIP(host)) return { result: 'skipped' }
    const addresses = await lookup(host, { all: true })
    return { result: 'ok', detail: `${host} · ${addresses.map(({ address }) => address).join(', ')}` }
  },
  async address(way, url) {
    const stop = await firstStop(way, url)
    const line = await reach(stop, STEP_MS)
    const { remoteAddress = stop.host, remotePort = stop.port } = line
    line.destroy()
    return { result: 'ok', detail: placeOf({ host: remoteAddress, port: remotePort }) }
  },
  async proxy(way, url) {
    const proxy = await firstProxy(way, url)
    if (!proxy) return { result: 'skipped' }
    const line = await way.line(url)
    line.destroy()
    return { result: 'ok', detail: placeOf(proxy) }
  },
  async tls(way, url) {
    const line = await way.open(url)
    const issuer = line instanceof TLSSocket ? issuerOf(line) : null
    line.destroy()
    return issuer === null ? { result: 'skipped' } : { result: 'ok', detail: issuer }
  },
  whatsapp: (way, url) => upgrade(way, url),
  clock: (way, url) => compareClocks(way, url),
}

async function firstProxy(way: WayOut, url: URL): Promise<Proxy | null> {
  const [route] = await way.routes(url)
  return route && route.kind !== 'direct' ? route : null
}

/** Whom this computer itself has to reach: names behind a proxy are the proxy's to resolve. */
async function firstStop(way: WayOut, url: URL): Promise<{ readonly host: string; readonly port: number }> {
  return (await firstProxy(way, url)) ?? targetOf(url)
}

function upgrade(way: WayOut, url: URL): Promise<StepReport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, {
      agent: way.agentFor(url.href),
      handshakeTimeout: STEP_MS,
      origin: ORIGIN,
    })
    socket.once('open', () => {
      socket.terminate()
      resolve({ result: 'ok', detail: url.hostname })
    })
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
      socket.terminate()
      const trouble = isPortalAnswer(statusCode) ? 'portal' : 'refused'
      resolve({ result: 'failed', trouble, detail: String(statusCode) })
    })
    socket.on('error', reject)
  })
}

/** Every answer of a web server says when it was given. */
async function compareClocks(way: WayOut, { protocol, host }: URL): Promise<StepReport> {
  const secure = protocol === 'wss:'
  const page = `${secure ? 'https' : 'http'}://${host}/`
  const date = await new Promise<string | undefined>((resolve, reject) => {
    const asking = (secure ? getSecure : getPlain)(page, { agent: way.agentFor(page), timeout: STEP_MS })
    asking.once('response', (answer) => {
      answer.destroy()
      resolve(answer.headers.date)
    })
    asking.once('timeout', () => asking.destroy(new Error('timed out')))
    asking.once('error', reject)
  })
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return { result: 'skipped' }
  const offMs = Date.now() - theirs
  return Math.abs(offMs) <= CLOCK_TOLERANCE_MS
    ? { result: 'ok', detail: '' }
    : { result: 'failed', trouble: 'wrong-clock', detail: String(Math.round(offMs / 60_000)) }
}

function failed(step: NetworkStep, error: unknown): StepReport {
  const trouble = troubleIn(error)
  if (trouble) return { result: 'failed', trouble: troubleOf(trouble), detail: detailOf(trouble) }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { result: 'failed', trouble: step === 'name' ? 'no-name' : 'no-answer', detail: code }
}

function troubleOf(trouble: Trouble): NetworkTrouble {
  switch (trouble.how) {
    case 'proxy':
      if (trouble.status === null) return 'proxy-unreachable'
      return trouble.status === SIGN_IN_WANTED ? 'proxy-sign-in' : 'proxy-refused'
    case 'tls':
      return isClockCode(trouble.code) ? 'wrong-clock' : 'intercepted'
    case 'portal':
      return 'portal'
  }
}

function detailOf(trouble: Trouble): string {
  switch (trouble.how) {
    case 'proxy':
      return trouble.status === null ? trouble.proxy : `${trouble.proxy} · ${trouble.status}`
    case 'tls':
      return trouble.issuer === null ? trouble.code : `${trouble.issuer} · ${trouble.code}`
    case 'portal':
      return ''
  }
}
