import { type BinaryNode, getBinaryNodeChild, type WASocket } from '@whiskeysockets/baileys'

/** `status` as in HTTP; 0 where WhatsApp named none. */
export type CodeAnswer =
  { readonly ok: true; readonly code: string } | { readonly ok: false; readonly status: number }

/**
 * Asks WhatsApp for a code to type on the phone. Baileys resolves as soon as the request is sent and does not listen to
 * the answer (its `requestPairingCode`; issue 2008): a refused code would be shown as if it were good.
 * What else an unlinked client asks are pings, which are never refused. Rejects where the connection does not take it.
 *
 * @param number digits with country code
 */
export function requestCode(sock: WASocket, number: string): Promise<CodeAnswer> {
  return new Promise((resolve, reject) => {
    const taken = new Promise<void>((heard) => {
      sock.ws.once('CB:iq,type:result,link_code_companion_reg', () => heard())
    })
    sock.ws.once('CB:iq,type:error', (answer: BinaryNode) => {
      resolve({ ok: false, status: Number(getBinaryNodeChild(answer, 'error')?.attrs['code'] ?? 0) })
    })
    sock.requestPairingCode(number).then(async (code) => {
      await taken
      resolve({ ok: true, code })
    }, reject)
  })
}
