import {
  type AuthenticationCreds,
  type BinaryNode,
  S_WHATSAPP_NET,
  type WASocket,
} from '@whiskeysockets/baileys'

/**
 * Acknowledges a notification that comes before there is a link. Baileys does so by itself once it has a name for the
 * account, which it makes up when a code is to be typed (its `sendMessageAck`): a second acknowledgement would be one too
 * many.
 */
export function acknowledge(sock: WASocket, creds: AuthenticationCreds, { attrs }: BinaryNode): void {
  if (creds.me) return
  const { id = '', from = S_WHATSAPP_NET, type = '' } = attrs
  sock.sendNode({ tag: 'ack', attrs: { id, to: from, class: 'notification', type } }).catch(() => {})
}
