import { createHash, sign } from 'node:crypto'
import { z } from 'zod'
import type { PasskeyAssertion } from '../service/passkey-assertion.ts'
import { PASSKEY_SITE, type PasskeyKey } from '../world/passkey-key.ts'

const ORIGIN = 'https://web.whatsapp.com'
/** Somebody was present (UP) and was verified (UV). */
const FLAGS = 0x05

const optionsSchema = z.object({
  challenge: z.string().min(1),
  rpId: z.literal(PASSKEY_SITE),
  allowCredentials: z.array(z.object({ id: z.string() })).default([]),
})

/**
 * Signs what a site asks, as an authenticator with these passkeys does for a person that agrees. Keys that are
 * synchronised between devices never count, and neither does this one.
 *
 * @param json WebAuthn's request options; throws where they are none, are of another site, or name none of the keys
 */
export function signWithPasskey(keys: readonly PasskeyKey[], json: string): PasskeyAssertion {
  const { challenge, rpId, allowCredentials } = readOptions(json)
  const key = keys.find(
    ({ credentialId }) =>
      allowCredentials.length === 0 || allowCredentials.some(({ id }) => id === credentialId),
  )
  if (!key) throw new Error('the phone has no passkey that is asked for')
  const clientData = Buffer.from(
    JSON.stringify({ type: 'webauthn.get', challenge, origin: ORIGIN, crossOrigin: false }),
  )
  const data = Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([FLAGS, 0, 0, 0, 0])])
  const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), {
    key: Buffer.from(key.privateKey, 'base64'),
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
      signature: signature.toString('base64url'),
      userHandle: key.userHandle,
    },
  }
}

function readOptions(json: string): z.infer<typeof optionsSchema> {
  try {
    return optionsSchema.parse(JSON.parse(json))
  } catch (cause) {
    throw new Error('this asks for no passkey of WhatsApp', { cause })
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
