import { createHash, verify } from 'node:crypto'
import { z } from 'zod'
import type { Passkey } from '../world/passkey-key.ts'
import { PasskeyRefusal } from './passkey-rules.ts'

const ORIGIN = 'https://web.whatsapp.com'
const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
/** The hash of the site, the flags and the count. */
const SHORTEST_DATA = 37

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** What WhatsApp is sent of a WebAuthn credential: these fields alone, in base64url without padding. */
const assertionSchema = z.strictObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullable(),
  }),
})

export type PasskeyAssertion = z.infer<typeof assertionSchema>

const clientDataSchema = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
})

/** The challenges a server has given to one client. */
export class Challenges {
  /** When each was given, in milliseconds since the epoch. */
  readonly #given = new Map<string, number>()

  give(challenge: string, now: number): void {
    this.#given.set(challenge, now)
  }

  /** Uses one up. Throws where it was not given, was used before, or is older than `timeoutMs`. */
  use(challenge: string, now: number, timeoutMs: number): void {
    const given = this.#given.get(challenge)
    this.#given.delete(challenge)
    if (given === undefined) throw new PasskeyRefusal('challenge', 'the challenge was not given, or was used')
    if (now - given > timeoutMs) throw new PasskeyRefusal('expired', 'the challenge has expired')
  }

  forget(): void {
    this.#given.clear()
  }
}

/** What an assertion is held against. */
export interface Expected {
  readonly passkeys: readonly Passkey[]
  readonly challenges: Challenges
  readonly timeoutMs: number
  readonly site: string
  readonly now: number
}

/**
 * Verifies an assertion as WebAuthn demands of a server, and that it is of the credential with this id.
 *
 * @throws {@link PasskeyRefusal}
 */
export function verifyAssertion(json: Buffer, credentialId: Buffer, expected: Expected): void {
  const { id, rawId, response } = parse(assertionSchema, json, 'the assertion')
  if (id !== rawId || !Buffer.from(rawId, 'base64url').equals(credentialId)) {
    throw new PasskeyRefusal('credential', 'the assertion is not of the credential that is named beside it')
  }
  const passkey = expected.passkeys.find(({ record }) => record.credentialId === rawId)
  if (!passkey) throw new PasskeyRefusal('credential', 'the account has no such passkey')
  if (response.userHandle !== null && response.userHandle !== passkey.record.userHandle) {
    throw new PasskeyRefusal('credential', 'the passkey is another user’s')
  }
  const clientBytes = Buffer.from(response.clientDataJSON, 'base64url')
  const client = parse(clientDataSchema, clientBytes, 'the client data')
  expected.challenges.use(client.challenge, expected.now, expected.timeoutMs)
  if (client.type !== 'webauthn.get') wrong(`the kind of the client data is ${client.type}`)
  if (client.origin !== ORIGIN) wrong(`the origin is ${client.origin}`)
  if (client.crossOrigin === true) wrong('the passkey was used from within another site')

  const data = Buffer.from(response.authenticatorData, 'base64url')
  if (data.length < SHORTEST_DATA) throw new PasskeyRefusal('malformed', 'the authenticator’s data is short')
  if (!data.subarray(0, 32).equals(sha256(Buffer.from(expected.site))))
    wrong('the passkey is for another site')
  const flags = data.readUInt8(32)
  if ((flags & USER_PRESENT) === 0) wrong('nobody was present')
  if ((flags & USER_VERIFIED) === 0) wrong('nobody was verified')
  const signed = Buffer.concat([data, sha256(clientBytes)])
  const signature = Buffer.from(response.signature, 'base64url')
  if (!verify('sha256', signed, passkey.publicKey, signature)) wrong('the signature is not the passkey’s')
  if (!passkey.count(data.readUInt32BE(33))) wrong('the passkey counts as a copy would')
}

function wrong(message: string): never {
  throw new PasskeyRefusal('assertion', message)
}

function parse<T>(schema: z.ZodType<T>, bytes: Buffer, name: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString()))
  } catch (cause) {
    throw new PasskeyRefusal('malformed', `${name} cannot be read`, { cause })
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
