import {
  type AuthenticationCreds,
  type BinaryNode,
  getBinaryNodeChild,
  jidDecode,
  S_WHATSAPP_NET,
  WAMessageStubType,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { SocketEvent } from '../../engine/ports.ts'

const FIRST_COUNT_MS = 5_000
const COUNT_EVERY_MS = 6 * 60 * 60 * 1000

/**
 * Listens to what a working connection shows in passing: the server's clock, the phone's own signs of life, messages
 * (only that there are any), and how many one-time keys are left. The returned function stops what it started.
 */
export function listenForSigns(
  sock: WASocket,
  creds: AuthenticationCreds,
  tell: (event: SocketEvent) => void,
): () => void {
  sock.ws.on('CB:success', (node: BinaryNode) => {
    const seconds = Number(node.attrs['t'])
    if (seconds > 0) tell({ type: 'server-time', time: seconds * 1000 })
  })

  const phoneSeen = (node: BinaryNode) => {
    if (isPhone(node.attrs['participant'] ?? node.attrs['from'], creds)) tell({ type: 'phone-seen' })
  }
  sock.ws.on('CB:message', phoneSeen)
  sock.ws.on('CB:receipt', phoneSeen)

  sock.ev.on('messages.upsert', ({ messages }) => {
    for (const { key, message, messageStubType } of messages) {
      // What could not be decrypted is counted where it fails; what carries no content is no message to a person.
      if (messageStubType === WAMessageStubType.CIPHERTEXT || !message || message.protocolMessage) continue
      tell({ type: 'message', direction: key.fromMe ? 'sent' : 'received' })
    }
  })

  const countPreKeys = async () => {
    const answer: unknown = await sock.query({
      tag: 'iq',
      attrs: { to: S_WHATSAPP_NET, type: 'get', xmlns: 'encrypt' },
      content: [{ tag: 'count', attrs: {} }],
    })
    const left = Number(isNode(answer) ? getBinaryNodeChild(answer, 'count')?.attrs['value'] : undefined)
    if (Number.isInteger(left)) tell({ type: 'pre-keys', left })
  }
  const count = () => void countPreKeys().catch(() => {})
  const timers: NodeJS.Timeout[] = []
  sock.ev.on('connection.update', ({ connection }) => {
    if (connection === 'open')
      timers.push(setTimeout(count, FIRST_COUNT_MS), setInterval(count, COUNT_EVERY_MS))
  })
  return () => {
    for (const timer of timers) clearTimeout(timer)
  }
}

/** Whether a jid is the account's phone: its own number or LID, device 0. */
export function isPhone(jid: string | undefined, creds: AuthenticationCreds): boolean {
  const who = jidDecode(jid)
  if (!who || (who.device ?? 0) !== 0) return false
  return [creds.me?.id, creds.me?.lid].some((own) => jidDecode(own)?.user === who.user)
}

function isNode(value: unknown): value is BinaryNode {
  return typeof value === 'object' && value !== null && 'tag' in value && 'attrs' in value
}
