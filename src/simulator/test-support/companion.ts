import {
  createCipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { proto, type BinaryNode } from '@whiskeysockets/baileys'
import { child, childBytes } from '../wire/stanza.ts'
import type { Client } from './client.ts'

const SERVER = 's.whatsapp.net'
/** What stands before the 32 bytes of an X25519 key in DER. */
const X25519_DER = Buffer.from('302a300506032b656e032100', 'hex')
const CODE_CHARACTERS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ'

/** A credential in whatever shape it is sent. */
interface Shown {
  readonly rawId: string
  readonly [field: string]: unknown
}

/** What a client says otherwise than it should. */
export interface Lies {
  /** Beside the assertion; default its own. */
  readonly credentialId?: Buffer
  /** Default the newest. */
  readonly ref?: string
  readonly deviceType?: number
  readonly commitment?: Buffer
  /** X25519 */
  readonly publicKey?: Buffer
  /** Instead of the whole prologue. */
  readonly payload?: Buffer
  /** Null leaves it out. */
  readonly proof?: Buffer | null
}

/**
 * A client's side of a confirmation with a passkey, written a second time and by hand: on Baileys' socket, with keys
 * and hashes of Node alone.
 */
export class Companion {
  readonly client: Client
  readonly #acks: boolean
  #nonce = randomBytes(32)
  #keys = generateKeyPairSync('x25519')
  #handoff: Buffer | null = null
  #options: string | null = null
  #ref = ''
  #deviceType = 1
  #phone: { readonly publicKey: Buffer; readonly nonce: Buffer } | null = null

  /** @param by Baileys acknowledges by itself once it knows a number, as it does with a code */
  constructor(client: Client, by: 'qr' | 'code') {
    this.client = client
    this.#acks = by === 'qr'
  }

  /** The newest options as JSON. */
  get options(): string {
    if (this.#options === null) throw new Error('the server has sent no options')
    return this.#options
  }

  /** Waits for the request, and takes a new ADV secret. */
  async asked(): Promise<void> {
    const request = await this.heard('passkey_prologue_request')
    await this.#ack(request)
    const { creds } = this.client.auth
    const secret = Buffer.from(creds.advSecretKey, 'base64')
    this.#handoff = derive(secret, Buffer.alloc(0), 'shortcake-passkey-handoff-v1')
    creds.advSecretKey = randomBytes(32).toString('base64')
    this.#options = textOf(child(request, 'passkey_request_options'))
  }

  /** Asks for fresh options. */
  async fetchOptions(): Promise<void> {
    const answer = await this.#ask('get', { tag: 'passkey_request_options', attrs: {} })
    this.#options = textOf(child(answer, 'passkey_request_options'))
  }

  /** Asks for a new reference. */
  async fetchRef(): Promise<string> {
    const text = textOf(child(await this.#ask('get', { tag: 'ref', attrs: {} }), 'ref'))
    if (text === null) throw new Error('no reference')
    this.#ref = text
    return text
  }

  /** Shows the passkey, with fresh keys. `assertion` is the credential, to be sent as JSON. */
  async prologue(assertion: Shown, lies: Lies = {}): Promise<void> {
    const { ref = this.#ref, deviceType = this.#deviceType } = lies
    this.#nonce = randomBytes(32)
    this.#keys = generateKeyPairSync('x25519')
    const identity = proto.CompanionEphemeralIdentity.encode({
      publicKey: lies.publicKey ?? rawKey(this.#keys.publicKey.export({ format: 'der', type: 'spki' })),
      deviceType,
      ref,
    }).finish()
    const payload =
      lies.payload ??
      proto.ProloguePayload.encode({
        companionEphemeralIdentity: identity,
        commitment: { hash: lies.commitment ?? sha256(identity, this.#nonce) },
      }).finish()
    const proof = lies.proof === undefined ? this.proofOf(payload) : lies.proof
    const content: BinaryNode[] = [
      bytes('credential_id', lies.credentialId ?? Buffer.from(assertion.rawId, 'base64url')),
      bytes('webauthn_assertion', Buffer.from(JSON.stringify(assertion))),
      bytes('prologue_payload', payload),
    ]
    if (proof) content.push(bytes('pairing_handoff_proof', proof))
    await this.#ask('set', { tag: 'passkey_prologue', attrs: {}, content })
  }

  proofOf(payload: Uint8Array): Buffer | null {
    return this.#handoff && createHmac('sha256', this.#handoff).update(payload).digest()
  }

  /** Waits for the phone's key: the nth (1 = first) it has sent. */
  async continued(nth = 1, acknowledged = true): Promise<void> {
    const notified = await this.heard('crsc_continuation', nth)
    if (acknowledged) await this.#ack(notified)
    const { publicKey, nonce } = proto.PrimaryEphemeralIdentity.decode(
      childBytes(notified, 'primary_ephemeral_identity'),
    )
    this.#phone = { publicKey: Buffer.from(publicKey ?? []), nonce: Buffer.from(nonce ?? []) }
  }

  async sendNonce(nonce: Buffer = this.#nonce): Promise<void> {
    await this.#ask('set', bytes('companion_nonce', nonce))
  }

  /** The code on this side. */
  code(): string {
    const { publicKey, nonce } = this.#known()
    const digest = sha256(this.#nonce, publicKey)
    let bits = ''
    for (let place = 0; place < 5; place += 1) {
      bits += ((nonce[place] ?? 0) ^ (digest[place] ?? 0)).toString(2).padStart(8, '0')
    }
    const characters = bits.match(/.{5}/g)?.map((five) => CODE_CHARACTERS.charAt(parseInt(five, 2))) ?? []
    return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`
  }

  /** Sends the last message; what is given replaces what belongs in it. */
  async finish(
    replaced: {
      readonly noise?: Uint8Array
      readonly identity?: Uint8Array
      readonly secret?: Buffer
      readonly salt?: string
    } = {},
  ): Promise<void> {
    const { creds } = this.client.auth
    const theirs = createPublicKey({
      key: Buffer.concat([X25519_DER, this.#known().publicKey]),
      format: 'der',
      type: 'spki',
    })
    const shared = diffieHellman({ privateKey: this.#keys.privateKey, publicKey: theirs })
    const salt = replaced.salt ?? `Companion Pairing ${this.#deviceType} with ref ${this.#ref}`
    const key = derive(shared, Buffer.from(salt), 'Pairing Information Encryption Key')
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const plaintext = proto.PairingRequest.encode({
      companionPublicKey: replaced.noise ?? creds.noiseKey.public,
      companionIdentityKey: replaced.identity ?? creds.signedIdentityKey.public,
      advSecret: replaced.secret ?? Buffer.from(creds.advSecretKey, 'base64'),
    }).finish()
    const encryptedPayload = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
    const request = proto.EncryptedPairingRequest.encode({ encryptedPayload, iv }).finish()
    await this.#ask('set', bytes('encrypted_pairing_request', request))
  }

  /** The nth (1 = first) notification of a type. */
  async heard(type: string, nth = 1): Promise<BinaryNode> {
    const found = (): BinaryNode | undefined =>
      this.client.heard.filter(({ tag, attrs }) => tag === 'notification' && attrs['type'] === type)[nth - 1]
    await this.client.stanza(() => found() !== undefined)
    return found() ?? { tag: 'none', attrs: {} }
  }

  /** Acknowledges a notification whether or not it has been acknowledged. */
  async acknowledge({ attrs: { id = '', from = '', type = '' } }: BinaryNode): Promise<void> {
    const attrs = { id, to: from, class: 'notification', type }
    await this.client.sock.sendNode({ tag: 'ack', attrs })
  }

  async #ack(notified: BinaryNode): Promise<void> {
    if (this.#acks) await this.acknowledge(notified)
  }

  #known(): { readonly publicKey: Buffer; readonly nonce: Buffer } {
    if (!this.#phone) throw new Error('the phone has said nothing')
    return this.#phone
  }

  async #ask(type: 'get' | 'set', content: BinaryNode): Promise<BinaryNode> {
    const { sock } = this.client
    const attrs = { to: SERVER, type, xmlns: 'md', id: sock.generateMessageTag() }
    const answer: BinaryNode | undefined = await sock.query({ tag: 'iq', attrs, content: [content] })
    if (!answer) throw new Error(`<${content.tag}> was not answered`)
    return answer
  }
}

/** The code that the server refuses with; rejects when it takes what is asked. */
export async function refusal(asked: Promise<unknown>): Promise<unknown> {
  const error: unknown = await asked.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof Error && 'data' in error) return error.data
  throw error
}

function bytes(tag: string, content: Uint8Array): BinaryNode {
  return { tag, attrs: {}, content: Buffer.from(content) }
}

function textOf(node: BinaryNode | undefined): string | null {
  if (typeof node?.content === 'string') return node.content
  return node?.content instanceof Uint8Array ? Buffer.from(node.content).toString() : null
}

function rawKey(der: Buffer): Buffer {
  return der.subarray(X25519_DER.length)
}

function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32))
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}
