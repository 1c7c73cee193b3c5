import type { Connection } from '../wire/connection.ts'
import { firstChildTag, SERVER, stanza, type Stanza } from '../wire/stanza.ts'

/**
 * What the server holds for one linked device. A stanza stays until the device acknowledges it, so that
 * nothing is lost with a connection; what waited is delivered at the next login as the offline queue.
 */
export class Mailbox {
  readonly #waiting = new Map<string, Stanza>()
  #connection: Connection | null = null
  #offline: readonly Stanza[] | null = null

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
  open(connection: Connection): void {
    this.#connection = connection
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
  }

  /** Takes an `<ib>`, `<ack>` or `<receipt>` of the device: a request for the queue, or an acknowledgement. */
  read(node: Stanza): void {
    if (node.tag === 'ib' && firstChildTag(node) === 'offline_batch') this.#deliverOffline()
    if (node.tag === 'ack') this.#waiting.delete(keyOf(node.attrs['class'] ?? '', node.attrs))
    if (node.tag === 'receipt' && node.attrs['type'] !== 'retry')
      this.#waiting.delete(keyOf('message', node.attrs))
  }

  #deliverOffline(): void {
    const connection = this.#connection
    const waited = this.#offline
    if (!connection || !waited) return
    this.#offline = null
    for (const node of waited) connection.send({ ...node, attrs: { ...node.attrs, offline: '0' } })
    connection.send(stanza('ib', { from: SERVER }, [stanza('offline', { count: waited.length })]))
    const announced = new Set(waited)
    for (const node of this.#waiting.values()) if (!announced.has(node)) connection.send(node)
  }
}

/** Receipts of several types may carry one id; messages and notifications are named by theirs alone. */
function keyOf(tag: string, attrs: Stanza['attrs']): string {
  return [tag, attrs['id'], tag === 'receipt' ? attrs['type'] : undefined].join('/')
}
