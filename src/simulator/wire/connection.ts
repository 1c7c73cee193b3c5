import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys'
import type { RawData, WebSocket } from 'ws'
import { SERVER, stanza, type Stanza } from './stanza.ts'
import {
  frame,
  FrameReader,
  NoiseResponder,
  type ClientFinish,
  type ServerIdentity,
  type Transport,
} from './transport.ts'

/** How long the server waits for a client to close its side after a goodbye, in milliseconds. */
const GOODBYE_MS = 1_000

/** What a connection is made of, and whom it tells what happens. */
export interface ConnectionOptions {
  readonly id: number
  readonly socket: WebSocket
  readonly tcp: Socket
  readonly identity: ServerIdentity
  /** Every stanza leaves this many milliseconds after it was written, in order. */
  readonly replyDelayMs: number
  /** What is said instead of a stanza. */
  readonly rewrite: (honest: Stanza) => Stanza
  /** `silent` never answers the client's hello; `garbage` answers it with random bytes. */
  readonly greeting: 'normal' | 'silent' | 'garbage'
  /** The handshake is complete. */
  readonly onClient: (client: ClientFinish) => void
  readonly onStanza: (received: Stanza) => void | Promise<void>
  /** The server says goodbye and waits for the client to close. */
  readonly onEnding: () => void
  /** The TCP link is gone. Called exactly once. */
  readonly onClosed: () => void
  /** The client broke the protocol, or a handler threw. */
  readonly onError: (error: unknown) => void
}

/** One client's WebSocket: the handshake, then stanzas in both directions. */
export class Connection {
  readonly id: number
  readonly #options: ConnectionOptions
  readonly #frames = new FrameReader()
  readonly #noise: NoiseResponder
  readonly #questions = new Map<string, (answer: Stanza | null) => void>()
  readonly #mourners: (() => void)[] = []
  #transport: Transport | null = null
  #greeted = false
  #closed = false
  /** The server no longer reads or writes, though the link may still be open. */
  #deaf = false
  #inbox: Promise<void> = Promise.resolve()
  #lastId = 0

  constructor(options: ConnectionOptions) {
    this.id = options.id
    this.#options = options
    this.#noise = new NoiseResponder(options.identity)
    options.socket.on('message', (data) => this.#read(data))
    options.socket.on('error', () => this.#finish())
    options.socket.on('close', () => this.#finish())
  }

  /** A fresh stanza id. */
  nextId(): string {
    this.#lastId += 1
    return `${this.id}.${this.#lastId}`
  }

  /** Calls back once the connection is closed; at once if it is already. */
  whenClosed(listener: () => void): void {
    if (this.#closed) listener()
    else this.#mourners.push(listener)
  }

  /** Sends a stanza. Nothing happens once the connection is closed or half open. */
  send(node: Stanza): void {
    this.sendEncoded(() => encodeBinaryNode(this.#options.rewrite(node)))
  }

  /** Sends bytes as if they were a stanza's, its first byte (2: compressed) included. */
  sendEncoded(encode: () => Uint8Array): void {
    this.#later(() => {
      if (!this.#transport) return
      this.#options.socket.send(frame(this.#transport.outgoing.encrypt(encode())))
    })
  }

  /** Sends bytes as they are, where a frame would be. */
  sendRaw(bytes: Uint8Array): void {
    this.#later(() => this.#options.socket.send(bytes))
  }

  /** Answers an `<iq>`. */
  answer(iq: Stanza, content: readonly Stanza[] = []): void {
    const attrs = { from: SERVER, id: iq.attrs['id'], type: 'result' }
    this.send(stanza('iq', attrs, content.length ? content : undefined))
  }

  /** Refuses an `<iq>` with an error code and its text. */
  refuse(iq: Stanza, code: number, text: string): void {
    const attrs = { from: SERVER, id: iq.attrs['id'], type: 'error' }
    this.send(stanza('iq', attrs, [stanza('error', { code, text })]))
  }

  /** Asks the client something; the answer is `null` when the connection closes first. */
  ask(content: Stanza, attrs: Readonly<Record<string, string | number>> = {}): Promise<Stanza | null> {
    const id = this.nextId()
    return new Promise((resolve) => {
      if (this.#closed) return resolve(null)
      this.#questions.set(id, resolve)
      this.send(stanza('iq', { from: SERVER, type: 'set', id, xmlns: 'md', ...attrs }, [content]))
    })
  }

  /** Says goodbye with a stanza and closes. */
  end(goodbye: Stanza): void {
    this.#options.onEnding()
    this.send(goodbye)
    this.#later(() => {
      this.#deaf = true
      this.#options.socket.close()
      setTimeout(() => this.#options.socket.terminate(), GOODBYE_MS).unref()
    })
  }

  /** Cuts the TCP link without a word. */
  drop(): void {
    this.#deaf = true
    this.#options.socket.terminate()
    this.#finish()
  }

  /** Cuts the TCP link once everything written before has left. */
  dropWhenSent(): void {
    this.#later(() => this.drop())
  }

  /** Stops reading and writing while TCP stays open, as when a router forgets the link. */
  halfOpen(): void {
    this.#deaf = true
    // Bytes are still taken off the wire, so that the server notices when the client gives up.
    this.#options.tcp.removeAllListeners('data')
    this.#options.tcp.on('data', () => undefined)
  }

  #later(task: () => void): void {
    setTimeout(() => {
      if (this.#deaf || this.#closed) return
      try {
        task()
      } catch (error) {
        this.#options.onError(error)
      }
    }, this.#options.replyDelayMs)
  }

  #finish(): void {
    if (this.#closed) return
    this.#closed = true
    for (const resolve of this.#questions.values()) resolve(null)
    this.#questions.clear()
    for (const listener of this.#mourners) listener()
    this.#options.onClosed()
  }

  #read(data: RawData): void {
    if (this.#deaf) return
    try {
      for (const payload of this.#frames.push(bytesOf(data))) this.#readFrame(payload)
    } catch (error) {
      this.#options.onError(error)
      this.drop()
    }
  }

  #readFrame(payload: Buffer): void {
    const transport = this.#transport
    if (transport) {
      const plaintext = transport.incoming.decrypt(payload)
      this.#inbox = this.#inbox.then(() => this.#deliver(plaintext)).catch(this.#options.onError)
    } else if (this.#greeted) {
      const client = this.#noise.readFinish(payload)
      this.#transport = client.transport
      this.#options.onClient(client)
    } else {
      this.#greeted = true
      this.#greet(payload)
    }
  }

  #greet(hello: Buffer): void {
    if (this.#options.greeting === 'silent') return
    const answer = this.#options.greeting === 'garbage' ? randomBytes(200) : this.#noise.answerHello(hello)
    this.#later(() => this.#options.socket.send(frame(answer)))
  }

  async #deliver(plaintext: Buffer): Promise<void> {
    const received = await decodeBinaryNode(plaintext)
    if (this.#deaf) return
    const id = received.attrs['id']
    const question = received.tag === 'iq' && id !== undefined ? this.#questions.get(id) : undefined
    if (question && id !== undefined) {
      this.#questions.delete(id)
      question(received)
    } else {
      // Not awaited: a handler may ask the client something, and the answer comes through here.
      void this.#handle(received)
    }
  }

  async #handle(received: Stanza): Promise<void> {
    try {
      await this.#options.onStanza(received)
    } catch (error) {
      this.#options.onError(error)
    }
  }
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
