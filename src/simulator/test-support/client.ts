import {
  Browsers,
  makeWASocket,
  proto,
  type BaileysEventMap,
  type BinaryNode,
  type ConnectionState,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import { WebSocket } from 'ws'
import { memoryAuth, type MemoryAuth } from './memory-auth.ts'

const silent: NonNullable<UserFacingSocketConfig['logger']> = {
  level: 'silent',
  child: () => silent,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** An unmodified Baileys client whose events a test can wait for. */
export interface Client {
  readonly sock: WASocket
  readonly auth: MemoryAuth
  readonly updates: readonly Partial<ConnectionState>[]
  readonly messages: readonly WAMessage[]
  readonly messageUpdates: BaileysEventMap['messages.update']
  /** Every stanza the server has sent. */
  readonly heard: readonly BinaryNode[]
  /** The first stanza the server has sent, or will send, that fits. */
  stanza(fits: (heard: BinaryNode) => boolean): Promise<BinaryNode>
  /** The first error Baileys reports for a message it could not decrypt, and so on, in order. */
  failures(): readonly string[]
  /** The newest QR text. Rejects when there is none in time. */
  qr(): Promise<string>
  /** The nth (1 = first) QR text. */
  nthQr(count: number): Promise<string>
  open(): Promise<void>
  /** The status code of the close; `undefined` when it closed without one. */
  closed(): Promise<number | undefined>
  close(): void
}

const clients = new Set<Client>()

/** Starts a client against a simulator. {@link closeClients} ends it. */
export function startClient(
  url: string,
  auth: MemoryAuth = memoryAuth(),
  config: Partial<UserFacingSocketConfig> = {},
): Client {
  const sock = makeWASocket({
    waWebSocketUrl: url,
    auth,
    logger: silent,
    browser: Browsers.macOS('Chrome'),
    syncFullHistory: false,
    markOnlineOnConnect: false,
    connectTimeoutMs: 5_000,
    ...config,
  })
  const updates: Partial<ConnectionState>[] = []
  const messages: WAMessage[] = []
  const messageUpdates: BaileysEventMap['messages.update'] = []
  const heard: BinaryNode[] = []
  sock.ws.on('frame', (frame: BinaryNode | Uint8Array) => {
    if (!(frame instanceof Uint8Array)) heard.push(frame)
  })
  sock.ev.on('connection.update', (update) => updates.push(update))
  sock.ev.on('messages.upsert', (upsert) => messages.push(...upsert.messages))
  sock.ev.on('messages.update', (changes) => messageUpdates.push(...changes))
  const qrs = (): string[] => updates.flatMap(({ qr }) => (qr ? [qr] : []))
  const closing = (): Partial<ConnectionState> | undefined =>
    updates.find(({ connection }) => connection === 'close')
  const client: Client = {
    sock,
    auth,
    updates,
    messages,
    messageUpdates,
    heard,
    stanza: async (fits) => {
      await until(() => heard.some(fits), 'a stanza')
      return heard.find(fits) ?? { tag: 'none', attrs: {} }
    },
    failures: () => messages.filter(isUndecryptable).map((message) => firstParameter(message)),
    qr: async () => {
      await until(() => qrs().length > 0, 'a QR')
      return qrs().at(-1) ?? ''
    },
    nthQr: async (count) => {
      await until(() => qrs().length >= count, `QR ${count}`)
      return qrs()[count - 1] ?? ''
    },
    open: () => until(() => updates.some(({ connection }) => connection === 'open'), 'open'),
    closed: async () => {
      await until(() => closing() !== undefined, 'close')
      return statusCode(closing()?.lastDisconnect?.error)
    },
    close: () => {
      sock.ws.on('error', () => undefined)
      void sock.end(undefined)
      terminate(sock)
    },
  }
  clients.add(client)
  return client
}

/** Links a new client to a phone number's phone, as far as the first `open`. Gives the reopened client. */
export async function linkedClient(
  url: string,
  scan: (qr: string) => Promise<void>,
  config: Partial<UserFacingSocketConfig> = {},
): Promise<Client> {
  const first = startClient(url, memoryAuth(), config)
  await scan(await first.qr())
  await first.closed()
  const second = startClient(url, first.auth, config)
  await second.open()
  return second
}

/** The WebSocket under a client, which Baileys' types hide. */
export function webSocket(sock: WASocket): WebSocket | undefined {
  const socket: unknown = Reflect.get(sock.ws, 'socket')
  return socket instanceof WebSocket ? socket : undefined
}

/** Cuts a client's TCP link without a goodbye, as a kill of its process does. */
export function terminate(sock: WASocket): void {
  webSocket(sock)?.terminate()
}

/** Ends every client that was started. */
export function closeClients(): void {
  for (const client of clients) client.close()
  clients.clear()
}

/** Waits until a condition holds; rejects with its name after two minutes. */
export async function until(condition: () => boolean, name: string, timeoutMs = 120_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for: ${name}`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

function firstParameter({ messageStubParameters }: WAMessage): string {
  const parameters: unknown = messageStubParameters
  return Array.isArray(parameters) ? String(parameters[0]) : ''
}

/** Whether Baileys reports that it could not decrypt this message. */
export function isUndecryptable({ messageStubType }: WAMessage): boolean {
  return messageStubType === proto.WebMessageInfo.StubType.CIPHERTEXT
}

function statusCode(error: unknown): number | undefined {
  const output: unknown = typeof error === 'object' && error && 'output' in error ? error.output : undefined
  const code: unknown =
    typeof output === 'object' && output && 'statusCode' in output ? output.statusCode : undefined
  return typeof code === 'number' ? code : undefined
}
