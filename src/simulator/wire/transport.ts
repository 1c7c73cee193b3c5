import { randomBytes } from 'node:crypto'
import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  hkdf,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
} from '@whiskeysockets/baileys'

const EDGE_ROUTING = Buffer.from('ED')
const LENGTH_BYTES = 3
const NONE = Buffer.alloc(0)

/** Puts WhatsApp's 3-byte length before a payload. */
export function frame(payload: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUIntBE(payload.length, 0, LENGTH_BYTES)
  return Buffer.concat([length, payload])
}

/** Cuts a client's bytes into frames, after its optional routing prefix and its header. */
export class FrameReader {
  #pending: Buffer = NONE
  #introduced = false

  /** The frames that are complete with this chunk. Throws when the client does not speak WhatsApp. */
  push(chunk: Buffer): readonly Buffer[] {
    this.#pending = Buffer.concat([this.#pending, chunk])
    if (!this.#introduced && !this.#readIntroduction()) return []
    const frames: Buffer[] = []
    for (;;) {
      if (this.#pending.length < LENGTH_BYTES) return frames
      const end = LENGTH_BYTES + this.#pending.readUIntBE(0, LENGTH_BYTES)
      if (this.#pending.length < end) return frames
      frames.push(this.#pending.subarray(LENGTH_BYTES, end))
      this.#pending = this.#pending.subarray(end)
    }
  }

  #readIntroduction(): boolean {
    let start = 0
    if (this.#pending.subarray(0, 2).equals(EDGE_ROUTING)) {
      if (this.#pending.length < 7) return false
      start = 7 + this.#pending.readUIntBE(4, 3)
    }
    const end = start + NOISE_WA_HEADER.length
    if (this.#pending.length < end) return false
    if (!this.#pending.subarray(start, end).equals(NOISE_WA_HEADER)) {
      throw new Error('the client did not begin with WhatsApp’s header')
    }
    this.#pending = this.#pending.subarray(end)
    this.#introduced = true
    return true
  }
}

/** The keys of the server's side of the Noise handshake, with the certificate that names them. */
export interface ServerIdentity {
  readonly keys: { readonly private: Uint8Array; readonly public: Uint8Array }
  readonly certificate: Uint8Array
}

/**
 * Makes a server identity. The leaf certificate is truly signed by the intermediate; the intermediate
 * cannot be (only WhatsApp holds that key), and Baileys accepts any 64 bytes in its place.
 */
export function createServerIdentity(now: number): ServerIdentity {
  const keys = Curve.generateKeyPair()
  const authority = Curve.generateKeyPair()
  const valid = { notBefore: Math.floor(now / 1000) - 86_400, notAfter: Math.floor(now / 1000) + 31_536_000 }
  const { Details } = proto.CertChain.NoiseCertificate
  const intermediate = Details.encode({
    serial: 1,
    issuerSerial: 0,
    key: authority.public,
    ...valid,
  }).finish()
  const leaf = Details.encode({ serial: 2, issuerSerial: 1, key: keys.public, ...valid }).finish()
  const certificate = proto.CertChain.encode({
    leaf: { details: leaf, signature: Curve.sign(authority.private, leaf) },
    intermediate: { details: intermediate, signature: randomBytes(64) },
  }).finish()
  return { keys, certificate }
}

/** Encrypts one direction of the transport: the IV counts messages, nothing is authenticated besides. */
class Cipher {
  readonly #key: Uint8Array
  #counter = 0

  constructor(key: Uint8Array) {
    this.#key = key
  }

  encrypt(plaintext: Uint8Array): Buffer {
    return aesEncryptGCM(plaintext, this.#key, iv(this.#counter++), NONE)
  }

  decrypt(ciphertext: Uint8Array): Buffer {
    return aesDecryptGCM(ciphertext, this.#key, iv(this.#counter++), NONE)
  }
}

/** The two directions of an established transport, seen from the server. */
export interface Transport {
  readonly outgoing: Pick<Cipher, 'encrypt'>
  readonly incoming: Pick<Cipher, 'decrypt'>
}

/** What a client reveals at the end of the handshake. */
export interface ClientFinish {
  readonly noiseKey: Buffer
  readonly payload: proto.ClientPayload
  readonly transport: Transport
}

/** The responder of one Noise_XX_25519_AESGCM_SHA256 handshake. Use it once, in order. */
export class NoiseResponder {
  readonly #server: ServerIdentity
  readonly #ephemeral = Curve.generateKeyPair()
  #hash: Buffer = Buffer.from(NOISE_MODE)
  #salt: Uint8Array = this.#hash
  #key: Uint8Array = this.#hash
  #counter = 0

  constructor(server: ServerIdentity) {
    this.#server = server
    this.#authenticate(NOISE_WA_HEADER)
  }

  /** Takes the client's hello and gives the server's. Throws when it is not one. */
  answerHello(message: Uint8Array): Buffer {
    const ephemeral = proto.HandshakeMessage.decode(message).clientHello?.ephemeral
    if (!ephemeral) throw new Error('the handshake did not begin with a client hello')
    this.#authenticate(ephemeral)
    this.#authenticate(this.#ephemeral.public)
    this.#mix(Curve.sharedKey(this.#ephemeral.private, ephemeral))
    const encryptedStatic = this.#encrypt(this.#server.keys.public)
    this.#mix(Curve.sharedKey(this.#server.keys.private, ephemeral))
    const payload = this.#encrypt(this.#server.certificate)
    const serverHello = { ephemeral: this.#ephemeral.public, static: encryptedStatic, payload }
    return Buffer.from(proto.HandshakeMessage.encode({ serverHello }).finish())
  }

  /** Takes the client's last handshake message. Throws when a key or the payload does not decrypt. */
  readFinish(message: Uint8Array): ClientFinish {
    const { clientFinish } = proto.HandshakeMessage.decode(message)
    if (!clientFinish?.static || !clientFinish.payload) throw new Error('the handshake was not finished')
    const noiseKey = this.#decrypt(clientFinish.static)
    this.#mix(Curve.sharedKey(this.#ephemeral.private, noiseKey))
    const payload = proto.ClientPayload.decode(this.#decrypt(clientFinish.payload))
    const [clientWrites, clientReads] = this.#derive(NONE)
    return {
      noiseKey,
      payload,
      transport: { outgoing: new Cipher(clientReads), incoming: new Cipher(clientWrites) },
    }
  }

  #authenticate(bytes: Uint8Array): void {
    this.#hash = Buffer.from(sha256(Buffer.concat([this.#hash, bytes])))
  }

  #encrypt(plaintext: Uint8Array): Buffer {
    const ciphertext = aesEncryptGCM(plaintext, this.#key, iv(this.#counter++), this.#hash)
    this.#authenticate(ciphertext)
    return ciphertext
  }

  #decrypt(ciphertext: Uint8Array): Buffer {
    const plaintext = aesDecryptGCM(ciphertext, this.#key, iv(this.#counter++), this.#hash)
    this.#authenticate(ciphertext)
    return plaintext
  }

  #mix(secret: Uint8Array): void {
    const [salt, key] = this.#derive(secret)
    this.#salt = salt
    this.#key = key
    this.#counter = 0
  }

  #derive(secret: Uint8Array): readonly [Uint8Array, Uint8Array] {
    const bytes = hkdf(Buffer.from(secret), 64, { salt: this.#salt, info: '' })
    return [bytes.subarray(0, 32), bytes.subarray(32)]
  }
}

function iv(counter: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(counter, 8)
  return bytes
}
