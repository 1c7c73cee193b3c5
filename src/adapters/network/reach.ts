import { connect, isIP, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates, connect as tlsConnect, type TLSSocket } from 'node:tls'
import { outsideText } from '../runtime/outside-text.ts'
import { tlsCode, WayTrouble } from './way-trouble.ts'

/** Characters of the name of whoever signed a certificate. */
const ISSUER_MAX = 100

export interface Place {
  readonly host: string
  readonly port: number
}

/** A TCP connection, or an error with the code ETIMEDOUT after `timeoutMs`. */
export function reach(place: Place, timeoutMs: number): Promise<Socket> {
  const socket = connect({ host: place.host, port: place.port })
  return settled(socket, 'connect', timeoutMs)
}

/**
 * Encryption over a connection, with a certificate that this computer trusts: what came with the program, and what the
 * system's owner has added. On failure the connection is ended.
 *
 * @throws {WayTrouble} where it is the encryption that failed
 */
export async function encrypt(line: Socket, host: string, timeoutMs: number): Promise<TLSSocket> {
  trustSystem()
  const socket = tlsConnect({
    socket: line,
    host,
    // A name only: the extension does not take addresses.
    servername: isIP(host) ? '' : host,
    ALPNProtocols: ['http/1.1'],
  })
  let issuer: string | null = null
  // Before Node checks it: of a certificate that is refused nothing can be read any more.
  socket.prependOnceListener('secure', () => (issuer = issuerOf(socket)))
  try {
    return await settled(socket, 'secureConnect', timeoutMs)
  } catch (error) {
    line.destroy()
    const code = tlsCode(error)
    throw code === null ? error : new WayTrouble({ how: 'tls', code, issuer })
  }
}

/** Who signed the certificate that the other side shows. */
export function issuerOf(socket: TLSSocket): string | null {
  const certificate: { readonly issuer?: { readonly O?: unknown; readonly CN?: unknown } } =
    socket.getPeerCertificate()
  const { O, CN } = certificate.issuer ?? {}
  return text(O) ?? text(CN)
}

/** A name may be there several times. */
function text(name: unknown): string | null {
  const one: unknown = Array.isArray(name) ? name[0] : name
  return typeof one === 'string' && one !== '' ? outsideText(one, ISSUER_MAX) : null
}

let trusting = false

/**
 * Trusts the system's own authorities beside the ones that came with the program, as the browsers on this computer do:
 * a company's or an antivirus's proxy signs with one of these. Once, and not before the first connection needs it.
 */
function trustSystem(): void {
  if (trusting) return
  trusting = true
  // Some systems list each authority several times.
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])])
}

function settled<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  timeoutMs: number,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(timedOut()), timeoutMs)
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    socket.once('error', fail)
    socket.once(event, () => {
      clearTimeout(timer)
      socket.off('error', fail)
      resolve(socket)
    })
  })
}

export function timedOut(): Error {
  return Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })
}
