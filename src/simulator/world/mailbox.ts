import type { Connection } from '../wire/connection.ts'
import { firstChildTag, SERVER, stanza, type Stanza } from '../wire/stanza.ts'

/**
 * - `given`: all of it comes at once.
 * - `strict`: one stanza after the other, each once the last was answered; an answer with an error keeps back the rest.
 * - `withheld`: it is announced, and never comes.
 */
export type QueueRule = 'given' | 'strict' | 'withheld'

/**
 * What the server holds for one linked device. A stanza stays until the device acknowledges it, so that
 * nothing is lost with a connection; what waited is delivered at the next login as the offline queue.
 */
export class Mailbox {
  readonly #waiting = new Map<string, Stanza>()
  #connection: Connection | null = null
  #offline: readonly Stanza[] | null = null
  #rule: QueueRule = 'given'
  /** Under the strict rule: what has not been handed over yet, and the key of what was and is not answered. */
  #rest: Stanza[] = []
  #unanswered: string | null = null

  /** How many stanzas the device has not acknowledged. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Holds a stanza for the device and hands it over when the device is listening. */
  post(node: Stanza): void {
    this.#waiting.set(keyOf(node.tag, node.attrs), node)
    if (this.#connection && !this.#offline) this.#connection.send(node)
  }

  /** The device is active: announces what waited while it was away. */
  open(connection: Connection, rule: QueueRule = 'given'): void {
    this.#connection = connection
    this.#rule = rule
    const waited = [...this.#waiting.values()]
    if (waited.length === 0) {
      connection.send(stanza('ib', { from: SERVER }, [stanza('offline', { count: 0 })]))
      return
    }
    this.#offline = waited
    const count = (tag: string): number => waited.filter((node) => node.tag === tag).length
    const preview = stanza('offline_preview', {
      count: waited.length,
      message: count('message'),
      receipt: count('receipt'),
      notification: count('notification'),
      call: 0,
      appdata: 0,
    })
    connection.send(stanza('ib', { from: SERVER }, [preview]))
  }

  /** The device is gone. */
  close(connection: Connection): void {
    if (this.#connection !== connection) return
    this.#connection = null
    this.#offline = null
    this.#rest = []
    this.#unanswered = null
  }

  /** Takes an `<ib>`, `<ack>` or `<receipt>` of the device: a request for the queue, or an acknowledgement. */
  read(node: Stanza): void {
    if (node.tag === 'ib' && firstChildTag(node) === 'offline_batch') this.#deliverOffline()
    if (node.tag === 'ack') this.#answered(keyOf(node.attrs['class'] ?? '', node.attrs), node.attrs['error'])
    if (node.tag === 'receipt' && node.attrs['type'] !== 'retry') this.#answered(keyOf('message', node.attrs))
  }

  #answered(key: string, error?: string): void {
    if (error !== undefined && this.#rule === 'strict') return
    this.#waiting.delete(key)
    if (this.#unanswered === key) this.#handOverNext()
  }

  #handOverNext(): void {
    const node = this.#rest.shift()
    this.#unanswered = node ? keyOf(node.tag, node.attrs) : null
    if (node) this.#connection?.send({ ...node, attrs: { ...node.attrs, offline: '0' } })
    else this.#endOffline()
  }

  #deliverOffline(): void {
    const connection = this.#connection
    const waited = this.#offline
    if (!connection || !waited || this.#rule === 'withheld') return
    if (this.#rule === 'strict') {
      if (this.#unanswered !== null) return
      this.#rest = [...waited]
      this.#handOverNext()
      return
    }
    for (const node of waited) connection.send({ ...node, attrs: { ...node.attrs, offline: '0' } })
    this.#endOffline()
  }

  #endOffline(): void {
    const connection = this.#connection
    const waited = this.#offline
    if (!connection || !waited) return
    this.#offline = null
    connection.send(stanza('ib', { from: SERVER }, [stanza('offline', { count: waited.length })]))
    const announced = new Set(waited)
    for (const node of this.#waiting.values()) if (!announced.has(node)) connection.send(node)
  }
}

/** Receipts of several types may carry one id; messages and notifications are named by theirs alone. */
function keyOf(tag: string, attrs: Stanza['attrs']): string {
  return [tag, attrs['id'], tag === 'receipt' ? attrs['type'] : undefined].join('/')
}
