import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Socket } from 'node:net'
import type { WebSocket, WebSocketServer } from 'ws'
import { Connection } from '../wire/connection.ts'
import type { Stanza } from '../wire/stanza.ts'
import type { ClientFinish, ServerIdentity } from '../wire/transport.ts'
import { LinkedDevice } from '../world/linked-device.ts'
import type { Registration } from '../world/registration.ts'
import type { Version, World } from '../world/world.ts'
import type { Fault, FaultSwitch } from './faults.ts'
import { register } from './linking.ts'
import { endSoon, logIn, logOut, refuseLogin } from './login.ts'
import { answerUnlinked } from './pairing-code.ts'
import { answerCeremony } from './passkey-ceremony.ts'
import { answerQuery } from './queries.ts'
import { routeMessage, routeReceipt } from './routing.ts'

type HttpAnswer = Pick<Extract<Fault, { kind: 'refuse-upgrade' }>, 'status' | 'page' | 'location'>

/** Lets clients in: answers upgrades, meets faults, and finds out who a client is. */
export class FrontDoor {
  readonly #world: World
  readonly #sockets: WebSocketServer
  readonly #faults: FaultSwitch
  readonly #identity: ServerIdentity
  readonly #replyDelayMs: number
  readonly #connections = new Set<Connection>()

  constructor(
    world: World,
    sockets: WebSocketServer,
    faults: FaultSwitch,
    identity: ServerIdentity,
    replyDelayMs: number,
  ) {
    this.#world = world
    this.#sockets = sockets
    this.#faults = faults
    this.#identity = identity
    this.#replyDelayMs = replyDelayMs
  }

  /** Answers one HTTP upgrade. */
  open(request: IncomingMessage, tcp: Duplex, head: Buffer): void {
    tcp.on('error', () => tcp.destroy())
    if (this.#faults.meet('hang-up')) {
      this.#world.book.attempt(Date.now(), 0)
      tcp.destroy()
      return
    }
    const refusal = this.#faults.meet('refuse-upgrade')
    this.#world.book.attempt(Date.now(), refusal?.status ?? 101)
    if (refusal || !(tcp instanceof Socket)) {
      tcp.end(httpAnswer(refusal ?? { status: 500 }))
      return
    }
    this.#sockets.handleUpgrade(request, tcp, head, (socket) => this.#enter(socket, tcp))
  }

  /** Cuts every connection. */
  dropAll(): void {
    for (const connection of this.#connections) connection.drop()
  }

  /** Makes every connection half open. */
  halfOpenAll(): void {
    for (const connection of this.#connections) connection.halfOpen()
  }

  #enter(socket: WebSocket, tcp: Socket): void {
    const { book } = this.#world
    const id = book.enter(Date.now())
    const visit = new Visit(this.#world, this.#faults)
    const connection = new Connection({
      id,
      socket,
      tcp,
      identity: this.#identity,
      replyDelayMs: this.#replyDelayMs,
      rewrite: (honest) => this.#world.settings.rewrite?.(honest) ?? honest,
      greeting: this.#faults.meet('silent') ? 'silent' : this.#faults.meet('garbage') ? 'garbage' : 'normal',
      onClient: (client) => visit.begin(connection, client),
      onStanza: (received) => visit.read(connection, received),
      onEnding: () => book.note(id, { state: 'ending' }),
      onClosed: () => {
        this.#connections.delete(connection)
        book.leave(id)
        visit.end(connection)
        this.#world.changed('soon')
      },
      onError: (error) => this.#world.report(error),
    })
    this.#connections.add(connection)
  }
}

/** What one connection turns out to be: an unlinked client, a linked device, or neither. */
class Visit {
  readonly #world: World
  readonly #faults: FaultSwitch
  #guest: Registration | LinkedDevice | null = null

  constructor(world: World, faults: FaultSwitch) {
    this.#world = world
    this.#faults = faults
  }

  begin(connection: Connection, client: ClientFinish): void {
    const { book, settings } = this.#world
    const version = versionOf(client)
    book.note(connection.id, { noiseKey: client.noiseKey.toString('base64'), version: version.join('.') })
    if (this.#faults.meet('login-unanswered')) return
    if (settings.minimumVersion && compare(version, settings.minimumVersion) < 0) {
      return refuseLogin(connection, 405)
    }
    const unlinked = Boolean(client.payload.devicePairingData)
    const failure = this.#faults.meet(unlinked ? 'registration-failure' : 'login-failure')
    if (failure) {
      const attributes = failure.kind === 'login-failure' ? failure.attributes : {}
      return refuseLogin(connection, failure.reason, attributes)
    }
    this.#guest = unlinked
      ? register(this.#world, connection, client)
      : logIn(this.#world, connection, client)
    const device = this.#guest instanceof LinkedDevice ? this.#guest.jid : undefined
    // A login that was refused is ending by now.
    if (this.#guest) book.note(connection.id, { state: unlinked ? 'unlinked' : 'online', device })
    const brief = device === undefined ? null : this.#faults.meet('short-login')
    if (brief) endSoon(connection, brief.afterMs, brief.by)
    this.#world.changed('soon')
  }

  read(connection: Connection, received: Stanza): void {
    const guest = this.#guest
    if (!guest) return
    if (!(guest instanceof LinkedDevice)) {
      if (received.tag === 'ack') guest.ceremony?.readAck(received)
      if (received.tag !== 'iq' || answerCeremony(connection, guest, received)) return
      answerUnlinked(connection, guest, received, this.#faults)
      return
    }
    if (guest.connection !== connection) return
    guest.mailbox.read(received)
    if (received.tag === 'iq') answerQuery(this.#world, guest, received)
    if (received.tag === 'message') routeMessage(this.#world, guest, received)
    if (received.tag === 'receipt') routeReceipt(this.#world, guest, received)
  }

  end(connection: Connection): void {
    if (this.#guest instanceof LinkedDevice) logOut(this.#guest, connection)
    else if (this.#guest) this.#world.registrations.remove(this.#guest)
  }
}

function httpAnswer({ status, page = '', location }: HttpAnswer): string {
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(page)}`,
    ...(page === '' ? [] : ['Content-Type: text/html; charset=utf-8']),
    ...(location === undefined ? [] : [`Location: ${location}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${page}`
}

function versionOf({ payload }: ClientFinish): Version {
  const { primary, secondary, tertiary } = payload.userAgent?.appVersion ?? {}
  return [primary ?? 0, secondary ?? 0, tertiary ?? 0]
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}
