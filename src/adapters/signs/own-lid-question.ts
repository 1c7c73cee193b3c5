import { USyncQuery, USyncUser, type WASocket } from '@whiskeysockets/baileys'

/**
 * Asks WhatsApp which LID a number has now: a jid, or null where it has none or does not say.
 *
 * @param jid of the number, as `573001234567@s.whatsapp.net`
 */
export async function askLid(sock: WASocket, jid: string): Promise<string | null> {
  const query = new USyncQuery()
    .withLIDProtocol()
    .withContext('background')
    .withUser(new USyncUser().withId(jid))
  const answer = await sock.executeUSyncQuery(query)
  const lid: unknown = answer?.list[0]?.['lid']
  return typeof lid === 'string' ? lid : null
}
