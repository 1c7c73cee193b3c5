import { type BinaryNode, getBinaryNodeChild, S_WHATSAPP_NET, type WASocket } from '@whiskeysockets/baileys'
import type { SocketEvent } from '../../engine/ports.ts'

const FIRST_COUNT_MS = 5_000
const COUNT_EVERY_MS = 60 * 60 * 1000
/** WhatsApp asks for more when hardly any are left: a busy hour would use those up. */
const ENOUGH = 100
/** What is sent at once: Baileys begins with 812, and sends five from then on. */
const SENT_AT_ONCE = 200

/**
 * Keeps a supply of one-time keys at WhatsApp, without which nobody new can write. Baileys (7.0.0-rc14) sends five more
 * when five are left, so that after the first 800 contacts a session lives from hand to mouth.
 */
export class PreKeySupply {
  readonly #sock: WASocket
  readonly #tell: (event: SocketEvent) => void
  readonly #timers: NodeJS.Timeout[] = []
  #working = false

  constructor(sock: WASocket, tell: (event: SocketEvent) => void) {
    this.#sock = sock
    this.#tell = tell
    const look = () => void this.look()
    sock.ev.on('connection.update', ({ connection }) => {
      if (connection === 'open') {
        this.#timers.push(setTimeout(look, FIRST_COUNT_MS), setInterval(look, COUNT_EVERY_MS))
      }
    })
    // WhatsApp says that few are left; Baileys answers with its five, and the look comes after them.
    sock.ws.on('CB:notification,type:encrypt', () => this.#timers.push(setTimeout(look, FIRST_COUNT_MS)))
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** Counts what is left, sends more where that is little, and tells. */
  async look(): Promise<void> {
    if (this.#working) return
    this.#working = true
    try {
      const left = await this.#count()
      if (left === null) return
      if (left >= ENOUGH) return this.#tell({ type: 'pre-keys', left, refused: false })
      const refused = !(await this.#send())
      this.#tell({ type: 'pre-keys', left: refused ? left : ((await this.#count()) ?? left), refused })
    } catch {
      // The connection has ended: what is left is asked for at the next one.
    } finally {
      this.#working = false
    }
  }

  /** Whether WhatsApp took them. @throws where the connection ended meanwhile */
  async #send(): Promise<boolean> {
    try {
      await this.#sock.uploadPreKeys(SENT_AT_ONCE)
      return true
    } catch (error) {
      if (!this.#sock.ws.isOpen) throw error
      return false
    }
  }

  async #count(): Promise<number | null> {
    const answer: unknown = await this.#sock.query({
      tag: 'iq',
      attrs: { to: S_WHATSAPP_NET, type: 'get', xmlns: 'encrypt' },
      content: [{ tag: 'count', attrs: {} }],
    })
    const left = Number(isNode(answer) ? getBinaryNodeChild(answer, 'count')?.attrs['value'] : undefined)
    return Number.isInteger(left) ? left : null
  }
}

function isNode(value: unknown): value is BinaryNode {
  return typeof value === 'object' && value !== null && 'tag' in value && 'attrs' in value
}
