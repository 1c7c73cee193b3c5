import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'

const LOOK_MS = 50

/** A passkey of a test, which is known whole. */
export class VirtualKey {
  readonly id = randomBytes(32)
  readonly userHandle = randomBytes(16)
  readonly publicKey: KeyObject
  readonly #private: KeyObject

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.publicKey = publicKey
    this.#private = privateKey
  }

  /** As the DevTools protocol takes it. */
  get credential(): object {
    return {
      credentialId: this.id.toString('base64'),
      isResidentCredential: true,
      rpId: 'whatsapp.com',
      privateKey: this.#private.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      userHandle: this.userHandle.toString('base64'),
      signCount: 1,
    }
  }
}

/** The other debugger of a browser: a test that watches over its port what Enlace does over the pipe. */
export class Onlooker {
  readonly #socket: WebSocket
  #count = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** @param folder of the profiles; the browser was started with `--remote-debugging-port=0` */
  static async at(folder: string): Promise<Onlooker> {
    let port = portIn(folder)
    for (; port === null; port = portIn(folder)) await delay(LOOK_MS)
    const version: unknown = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json()
    const socket = new WebSocket((version as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl)
    await once(socket, 'open')
    return new Onlooker(socket)
  }

  async ask<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    this.#count += 1
    const id = this.#count
    const answer = new Promise<T>((resolve, reject) => {
      const hear = (data: unknown) => {
        const heard = JSON.parse(String(data)) as { id?: number; result: T; error?: { message: string } }
        if (heard.id !== id) return
        this.#socket.off('message', hear)
        if (heard.error) reject(new Error(heard.error.message))
        else resolve(heard.result)
      }
      this.#socket.on('message', hear)
    })
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }))
    return answer
  }

  async pages(): Promise<readonly { targetId: string; type: string; url: string; title: string }[]> {
    const { targetInfos } = await this.ask<{
      targetInfos: { targetId: string; type: string; url: string; title: string }[]
    }>('Target.getTargets')
    return targetInfos.filter(({ type }) => type === 'page')
  }

  async attach(targetId: string): Promise<string> {
    return (await this.ask<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }))
      .sessionId
  }

  /** Puts an authenticator with this key into the page's hand. */
  async plugIn(key: Pick<VirtualKey, 'credential'>, sessionId: string): Promise<void> {
    await this.ask('WebAuthn.enable', {}, sessionId)
    const { authenticatorId } = await this.ask<{ authenticatorId: string }>(
      'WebAuthn.addVirtualAuthenticator',
      {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      },
      sessionId,
    )
    await this.ask('WebAuthn.addCredential', { authenticatorId, credential: key.credential }, sessionId)
  }

  close(): void {
    this.#socket.close()
  }
}

/** Where the browser with a profile in this folder listens; null while there is none yet. */
function portIn(folder: string): string | null {
  try {
    const [profile = ''] = readdirSync(folder)
    const [port = ''] = readFileSync(join(folder, profile, 'DevToolsActivePort'), 'utf8').split('\n')
    return port === '' ? null : port
  } catch {
    return null
  }
}
