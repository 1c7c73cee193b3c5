import {
  type AuthenticationCreds,
  type BinaryNode,
  jidDecode,
  WAMessageStubType,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { SocketEvent } from '../../engine/ports.ts'

/**
 * Listens to what a working connection shows in passing: the server's clock, the phone's own signs of life, and messages
 * (only that there are any).
 */
export function listenForSigns(
  sock: WASocket,
  creds: AuthenticationCreds,
  tell: (event: SocketEvent) => void,
): void {
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
      const isRead = messageStubType !== WAMessageStubType.CIPHERTEXT && message
      if (isRead && key.id) tell({ type: 'decrypted', id: key.id })
      // What could not be decrypted is counted where it fails; what carries no content is no message to a person.
      if (messageStubType === WAMessageStubType.CIPHERTEXT || !message || message.protocolMessage) continue
      tell({ type: 'message', direction: key.fromMe ? 'sent' : 'received' })
    }
  })
}

/** Whether a jid is the account's phone: its own number or LID, device 0. */
export function isPhone(jid: string | undefined, creds: AuthenticationCreds): boolean {
  const who = jidDecode(jid)
  if (!who || (who.device ?? 0) !== 0) return false
  return [creds.me?.id, creds.me?.lid].some((own) => jidDecode(own)?.user === who.user)
}
