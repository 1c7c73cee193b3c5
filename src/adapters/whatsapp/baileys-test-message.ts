import {
  type AuthenticationCreds,
  type BinaryNode,
  generateMessageIDV2,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  jidNormalizedUser,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { SocketEvent } from '../../engine/ports.ts'
import { isPhone } from './baileys-signs.ts'

/** Longer than the engine waits for an answer. */
const LISTEN_MS = 60_000

/**
 * Sends a message to oneself, under the own LID where that is known. The server's ack shows that the link is good, one
 * with an error in it that the message was not passed on, and a receipt of the phone that the phone is alive; whatever
 * comes first is told first.
 */
export async function sendTestMessage(
  sock: WASocket,
  creds: AuthenticationCreds,
  text: string,
  tell: (event: SocketEvent) => void,
): Promise<void> {
  const own = jidNormalizedUser(creds.me?.lid ?? creds.me?.id)
  const messageId = generateMessageIDV2(own)
  const heardAck = ({ attrs }: BinaryNode) => {
    if (attrs['id'] !== messageId) return
    tell({ type: 'test', result: attrs['error'] === undefined ? 'link-good' : 'refused' })
  }
  const heardReceipt = (receipt: BinaryNode) => {
    if (idsIn(receipt).includes(messageId) && isPhone(receipt.attrs['from'], creds))
      tell({ type: 'test', result: 'phone-alive' })
  }
  sock.ws.on('CB:ack,class:message', heardAck)
  sock.ws.on('CB:receipt', heardReceipt)
  setTimeout(() => {
    sock.ws.off('CB:ack,class:message', heardAck)
    sock.ws.off('CB:receipt', heardReceipt)
  }, LISTEN_MS).unref()
  try {
    await sock.sendMessage(own, { text }, { messageId })
  } catch {
    tell({ type: 'test', result: 'failed' })
  }
}

/** The ids of the messages that a receipt is about: its own, and those in its list. */
function idsIn(receipt: BinaryNode): readonly (string | undefined)[] {
  const items = getBinaryNodeChildren(getBinaryNodeChild(receipt, 'list'), 'item')
  return [receipt.attrs['id'], ...items.map(({ attrs }) => attrs['id'])]
}
