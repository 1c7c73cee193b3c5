import { connect } from 'node:net'
import { createServer, type Server } from 'node:tls'
import type { Certificate } from './certificates.ts'
import { listening, type Listening } from './listening.ts'

/** Encryption in front of a server on this computer, with a certificate of any kind. */
export class TlsFront {
  readonly #at: Listening<Server>

  private constructor(at: Listening<Server>) {
    this.#at = at
  }

  /** @param url of the server that is not encrypted */
  static async before(url: string, { cert, key }: Certificate): Promise<TlsFront> {
    const port = Number(new URL(url).port)
    const server = createServer({ cert, key }, (client) => {
      const line = connect(port, '127.0.0.1')
      client.on('error', () => line.destroy())
      line.on('error', () => client.destroy())
      client.on('close', () => line.destroy())
      line.on('close', () => client.destroy())
      client.pipe(line).pipe(client)
    })
    // Whoever does not trust the certificate hangs up.
    server.on('tlsClientError', () => {})
    return new TlsFront(await listening(server))
  }

  get port(): number {
    return this.#at.port
  }

  /** Another certificate from the next connection on. */
  show({ cert, key }: Certificate): void {
    this.#at.server.setSecureContext({ cert, key })
  }

  /** The server's address, through this. */
  through(url: string): string {
    const address = new URL(url)
    address.protocol = 'wss:'
    address.port = String(this.#at.port)
    return address.href
  }

  close(): Promise<void> {
    return this.#at.close()
  }
}
