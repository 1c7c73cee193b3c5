import {
  type AuthenticationCreds,
  type BinaryNode,
  generateMessageIDV2,
  jidNormalizedUser,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { SocketEvent } from '../engine/ports.ts'
import { isPhone } from './baileys-signs.ts'

/**
 * Sends a message to the own number. The server's ack shows that the link is good, a receipt of the phone that the
 * phone is alive; whatever comes first is told first.
 */
export async function sendTestMessage(
  sock: WASocket,
  creds: AuthenticationCreds,
  text: string,
  tell: (event: SocketEvent) => void,
): Promise<void> {
  const own = jidNormalizedUser(creds.me?.id)
  const messageId = generateMessageIDV2(own)
  sock.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => {
    if (attrs['id'] !== messageId) return
    tell({ type: 'test', result: attrs['error'] === undefined ? 'link-good' : 'failed' })
  })
  sock.ws.on('CB:receipt', ({ attrs }: BinaryNode) => {
    if (attrs['id'] === messageId && isPhone(attrs['from'], creds))
      tell({ type: 'test', result: 'phone-alive' })
  })
  try {
    await sock.sendMessage(own, { text }, { messageId })
  } catch {
    tell({ type: 'test', result: 'failed' })
  }
}
