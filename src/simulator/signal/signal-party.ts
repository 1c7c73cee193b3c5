import {
  Curve,
  generateRegistrationId,
  generateSignalPubKey,
  signedKeyPair,
  type KeyPair,
  type SignedKeyPair,
} from '@whiskeysockets/baileys'
import { ProtocolAddress, SessionBuilder, SessionCipher, SessionRecord, type SignalStorage } from 'libsignal'
import { PreKeyWhisperMessage } from 'libsignal/src/protobufs.js'

/** The public keys somebody needs to open a session with a device. Public keys are 32 bytes. */
export interface PreKeyBundle {
  readonly registrationId: number
  readonly identity: Uint8Array
  readonly signedPreKey: {
    readonly id: number
    readonly public: Uint8Array
    readonly signature: Uint8Array
  }
  /** Absent once the device's one-time keys have run out. */
  readonly preKey?: { readonly id: number; readonly public: Uint8Array }
}

/** An encrypted message: `pkmsg` opens a session, `msg` continues one. */
export interface Ciphertext {
  readonly type: 'pkmsg' | 'msg'
  readonly bytes: Buffer
}

/** Everything a party keeps, for the state file. Byte strings are Buffers. */
export interface SignalPartyState {
  readonly registrationId: number
  readonly identity: KeyPair
  readonly signedPreKey: SignedKeyPair
  readonly preKeys: readonly (readonly [id: number, keys: KeyPair])[]
  readonly nextPreKeyId: number
  readonly sessions: readonly (readonly [address: string, session: SerializedSession])[]
}

/** What libsignal calls bytes is a plain object that can be written as JSON. */
export type SerializedSession = ReturnType<SessionRecord['serialize']>

type OutgoingSession = Parameters<SessionBuilder['initOutgoing']>[0]

/** A real Signal end: the phone of an account, holding one session per device it talks to. */
export class SignalParty {
  readonly registrationId: number
  readonly identity: KeyPair
  readonly #signedPreKey: SignedKeyPair
  readonly #preKeys: Map<number, KeyPair>
  readonly #sessions: Map<string, SerializedSession>
  #nextPreKeyId: number

  constructor(state: SignalPartyState = freshState()) {
    this.registrationId = state.registrationId
    this.identity = state.identity
    this.#signedPreKey = state.signedPreKey
    this.#preKeys = new Map(state.preKeys)
    this.#nextPreKeyId = state.nextPreKeyId
    this.#sessions = new Map(state.sessions)
  }

  state(): SignalPartyState {
    return {
      registrationId: this.registrationId,
      identity: this.identity,
      signedPreKey: this.#signedPreKey,
      preKeys: [...this.#preKeys],
      nextPreKeyId: this.#nextPreKeyId,
      sessions: [...this.#sessions],
    }
  }

  /** The keys for one peer, with a one-time key of its own. */
  bundle(): PreKeyBundle {
    const id = this.#nextPreKeyId++
    const keys = Curve.generateKeyPair()
    this.#preKeys.set(id, keys)
    return {
      registrationId: this.registrationId,
      identity: this.identity.public,
      signedPreKey: {
        id: this.#signedPreKey.keyId,
        public: this.#signedPreKey.keyPair.public,
        signature: this.#signedPreKey.signature,
      },
      preKey: { id, public: keys.public },
    }
  }

  hasSession(peer: string): boolean {
    return this.#sessions.has(this.#address(peer).toString())
  }

  /** Forgets the session with a peer, as a party does before it opens another. */
  forget(peer: string): void {
    this.#sessions.delete(this.#address(peer).toString())
  }

  /** Opens a session with a peer from its published keys, replacing any older one. */
  async open(peer: string, bundle: PreKeyBundle): Promise<void> {
    // libsignal prints the keys of a session it closes, so there is none left to close.
    this.forget(peer)
    const session: Omit<OutgoingSession, 'preKey'> & Partial<OutgoingSession> = {
      registrationId: bundle.registrationId,
      identityKey: signalKey(bundle.identity),
      signedPreKey: {
        keyId: bundle.signedPreKey.id,
        publicKey: signalKey(bundle.signedPreKey.public),
        signature: Buffer.from(bundle.signedPreKey.signature),
      },
    }
    if (bundle.preKey) {
      session.preKey = { keyId: bundle.preKey.id, publicKey: signalKey(bundle.preKey.public) }
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one-time key is optional, though not in the published types
    await new SessionBuilder(this.#storage, this.#address(peer)).initOutgoing(session as OutgoingSession)
  }

  /** Encrypts in the session with a peer. Throws when there is none. */
  async encrypt(peer: string, plaintext: Uint8Array): Promise<Ciphertext> {
    const cipher = new SessionCipher(this.#storage, this.#address(peer))
    const { type, body } = await cipher.encrypt(Buffer.from(plaintext))
    return { type: type === 3 ? 'pkmsg' : 'msg', bytes: Buffer.from(body, 'binary') }
  }

  /** Decrypts what a peer sent. Throws libsignal's errors. */
  async decrypt(peer: string, { type, bytes }: Ciphertext): Promise<Buffer> {
    const cipher = new SessionCipher(this.#storage, this.#address(peer))
    return type === 'pkmsg' ? cipher.decryptPreKeyWhisperMessage(bytes) : cipher.decryptWhisperMessage(bytes)
  }

  #address(peer: string): ProtocolAddress {
    // libsignal queues work by address for the whole process; the prefix keeps our queues from a client's.
    return new ProtocolAddress(`${Buffer.from(this.identity.public).toString('hex', 0, 8)}-${peer}`, 0)
  }

  readonly #storage: SignalStorage = {
    loadSession: async (id) => {
      const session = this.#sessions.get(id)
      return session === undefined ? null : SessionRecord.deserialize(session)
    },
    storeSession: async (id, record) => {
      this.#sessions.set(id, record.serialize())
    },
    isTrustedIdentity: () => true,
    loadPreKey: async (id) => {
      const keys = this.#preKeys.get(Number(id))
      return keys && signalPair(keys)
    },
    removePreKey: (id) => {
      this.#preKeys.delete(id)
    },
    loadSignedPreKey: () => signalPair(this.#signedPreKey.keyPair),
    getOurRegistrationId: () => this.registrationId,
    getOurIdentity: () => signalPair(this.identity),
  }
}

/** The `msg` inside a `pkmsg`: what the sender would write once the peer has confirmed the session. */
export function confirmed(ciphertext: Ciphertext): Ciphertext {
  if (ciphertext.type === 'msg') return ciphertext
  const { message } = PreKeyWhisperMessage.decode(ciphertext.bytes.subarray(1))
  return { type: 'msg', bytes: Buffer.from(message) }
}

/** The same message with one byte of its MAC flipped: decrypting it is a genuine "Bad MAC". */
export function withBrokenMac(ciphertext: Ciphertext): Ciphertext {
  const { type, bytes } = confirmed(ciphertext)
  const broken = Buffer.from(bytes)
  const last = broken.length - 1
  broken.writeUInt8(broken.readUInt8(last) ^ 0xff, last)
  return { type, bytes: broken }
}

function freshState(): SignalPartyState {
  const identity = Curve.generateKeyPair()
  return {
    registrationId: generateRegistrationId(),
    identity,
    signedPreKey: signedKeyPair(identity, 1),
    preKeys: [],
    nextPreKeyId: 1,
    sessions: [],
  }
}

/** A public key with Signal's type byte, as libsignal wants it. */
function signalKey(key: Uint8Array): Buffer {
  return Buffer.from(generateSignalPubKey(key))
}

function signalPair(keys: KeyPair): { privKey: Buffer; pubKey: Buffer } {
  return { privKey: Buffer.from(keys.private), pubKey: signalKey(keys.public) }
}
