import { createHash, createPrivateKey, sign } from 'node:crypto'
import type { PasskeyAssertion } from '../service/passkey-assertion.ts'
import type { PasskeyKey } from '../world/passkey-key.ts'

/** What an assertion says otherwise than a faithful one. */
export interface Forgery {
  readonly client?: Readonly<Record<string, unknown>>
  readonly site?: string
  readonly flags?: number
  readonly count?: number
  /** Whose signature it carries; default the passkey's own. */
  readonly signedBy?: PasskeyKey
}

/** An assertion made by hand from a key, for the challenge in WebAuthn's request options (JSON). */
export function forgedAssertion(key: PasskeyKey, options: string, forgery: Forgery = {}): PasskeyAssertion {
  const { challenge } = JSON.parse(options) as { challenge: string }
  const { client, site = 'whatsapp.com', flags = 0x05, count = 0, signedBy = key } = forgery
  const clientData = Buffer.from(
    JSON.stringify({ type: 'webauthn.get', challenge, origin: 'https://web.whatsapp.com', ...client }),
  )
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  const data = Buffer.concat([sha256(site), Buffer.from([flags]), counter])
  const privateKey = createPrivateKey({
    key: Buffer.from(signedBy.privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    id: key.credentialId,
    rawId: key.credentialId,
    type: 'public-key',
    response: {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey).toString('base64url'),
      userHandle: key.userHandle,
    },
  }
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
