import { type BinaryNode, getBinaryNodeChild, type WASocket } from '@whiskeysockets/baileys'
import type { SocketEvent } from '../../engine/ports.ts'

/** How often progress is told at most. */
const TOLD_EVERY_MS = 10_000
/** Baileys works through them one by one, long after the last of them has come. */
const REMEMBERED = 5_000
const STANZAS = ['message', 'receipt', 'notification', 'call']

type Attributes = BinaryNode['attrs']

/**
 * What waited at WhatsApp while nobody was there: whether all of it arrives, and that nothing in it holds up the rest.
 * A message that cannot be decrypted is asked for once more by Baileys and then answered with an error, after which
 * WhatsApp may keep the whole queue back (reported of statuses). Therefore it gets a plain answer first, as every
 * message got from Baileys before version 7.
 */
export class OfflineQueue {
  readonly #tell: (event: Extract<SocketEvent, { type: 'queue' }>) => void
  /** The attributes of messages that Baileys may still be at work on, by their ids. */
  readonly #arrived = new Map<string, Attributes>()
  #left = 0
  #toldAt = -TOLD_EVERY_MS
  #answer: (attrs: Attributes) => void = () => {}

  constructor(tell: (event: Extract<SocketEvent, { type: 'queue' }>) => void) {
    this.#tell = tell
  }

  /** @param own jid of this device */
  listen(sock: WASocket, own: () => string | undefined): void {
    this.#answer = (attrs) => {
      sock.sendNode(plainAck(attrs, own())).catch(() => {})
    }
    // What another connection was told of is announced anew.
    sock.ws.on('CB:success', () => {
      this.#left = 0
      this.#say()
    })
    sock.ws.on('CB:ib,,offline_preview', (node: BinaryNode) => {
      this.#left = Number(getBinaryNodeChild(node, 'offline_preview')?.attrs['count'] ?? 0)
      if (this.#left > 0) this.#say()
    })
    sock.ws.on('CB:ib,,offline', () => {
      this.#left = 0
      this.#say()
    })
    for (const tag of STANZAS) sock.ws.prependListener(`CB:${tag}`, (node: BinaryNode) => this.#take(node))
  }

  /** The message with this id could not be decrypted. To be called before Baileys answers it. */
  unreadable(id: string): void {
    const attrs = this.#arrived.get(id)
    if (!attrs) return
    this.#arrived.delete(id)
    this.#answer(attrs)
  }

  #take(node: BinaryNode): void {
    const { id, offline } = node.attrs
    if (offline === undefined) return
    if (node.tag === 'message' && id !== undefined) {
      this.#arrived.set(id, node.attrs)
      const [oldest] = this.#arrived.keys()
      if (oldest !== undefined && this.#arrived.size > REMEMBERED) this.#arrived.delete(oldest)
    }
    // The end is for WhatsApp to say.
    this.#left = Math.max(1, this.#left - 1)
    if (performance.now() - this.#toldAt >= TOLD_EVERY_MS) this.#say()
  }

  #say(): void {
    this.#toldAt = performance.now()
    this.#tell({ type: 'queue', left: this.#left })
  }
}

/** The answer that says nothing but that it has arrived, as Baileys builds it (`Utils/stanza-ack.js`). */
function plainAck(
  { id = '', from = '', participant, recipient, type }: Attributes,
  own: string | undefined,
): BinaryNode {
  return {
    tag: 'ack',
    attrs: {
      id,
      to: from,
      class: 'message',
      ...(participant !== undefined && { participant }),
      ...(recipient !== undefined && { recipient }),
      ...(type !== undefined && { type }),
      ...(own !== undefined && { from: own }),
    },
  }
}
