import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { aesDecryptGCM, bytesToCrockford, Curve, hkdf, hmacSign, proto } from '@whiskeysockets/baileys'
import type { Handset } from '../service/passkey-ceremony.ts'
import type { Prologue } from '../service/passkey-prologue.ts'
import { PasskeyRefusal, type PasskeyRules } from '../service/passkey-rules.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'

/** How long the secret of a scan proves anything, in milliseconds. */
const HANDOFF_MS = 300_000
const KEY_BYTES = 32

/** What was agreed with a client that has shown its passkey. */
interface Acquaintance {
  readonly prologue: Prologue
  readonly ephemeral: ReturnType<typeof Curve.generateKeyPair>
  readonly nonce: Buffer
}

/** The phone's part of a confirmation with a passkey. */
export class PasskeyHandset implements Handset {
  readonly #world: World
  readonly #registration: Registration
  readonly #rules: PasskeyRules
  /** The ADV secret that was scanned or agreed on by code; null where the phone has none. */
  readonly #scanned: Uint8Array | null
  readonly #begun: number
  #proven: boolean | null = null
  #known: Acquaintance | null = null
  #code: string | null = null

  constructor(world: World, registration: Registration, rules: PasskeyRules, scanned: Uint8Array | null) {
    this.#world = world
    this.#registration = registration
    this.#rules = rules
    this.#scanned = scanned
    this.#begun = world.now()
  }

  get proven(): boolean | null {
    return this.#proven
  }

  get code(): string | null {
    return this.#code
  }

  meet(prologue: Prologue, proof: Buffer | null): Uint8Array | null {
    this.#known = null
    this.#code = null
    this.#proven = this.#check(prologue, proof)
    if (this.#rules.phoneSilent) return null
    const ephemeral = Curve.generateKeyPair()
    const nonce = randomBytes(KEY_BYTES)
    this.#known = { prologue, ephemeral, nonce }
    const { continuation } = this.#rules
    if (continuation === 'garbage') return randomBytes(40).fill(0xff, 0, 8)
    return proto.PrimaryEphemeralIdentity.encode({
      publicKey: continuation === 'short-key' ? ephemeral.public.subarray(1) : ephemeral.public,
      nonce: continuation === 'short-nonce' ? nonce.subarray(1) : nonce,
    }).finish()
  }

  takeNonce(nonce: Buffer): void {
    const { prologue, ephemeral, nonce: own } = this.#acquaintance()
    if (nonce.length !== KEY_BYTES || !sha256(prologue.identity, nonce).equals(prologue.commitment)) {
      throw new PasskeyRefusal('commitment', 'the nonce does not open the commitment')
    }
    const digest = sha256(nonce, ephemeral.public)
    const bytes = own.subarray(0, 5).map((byte, place) => byte ^ (digest[place] ?? 0))
    if (this.#rules.showsAnotherCode) bytes[0] = (bytes[0] ?? 0) ^ 0xff
    const text = bytesToCrockford(Buffer.from(bytes))
    this.#code = `${text.slice(0, 4)}-${text.slice(4)}`
  }

  open(request: Buffer): Uint8Array {
    const { companionPublicKey, companionIdentityKey, advSecret } = this.#decrypt(request)
    const { noiseKey, keys } = this.#registration
    if (!noiseKey.equals(Buffer.from(companionPublicKey ?? []))) {
      throw new PasskeyRefusal('request', 'the Noise key is not the one that registered')
    }
    if (!Buffer.from(keys.identity).equals(Buffer.from(companionIdentityKey ?? []))) {
      throw new PasskeyRefusal('request', 'the identity key is not the one that registered')
    }
    if (advSecret?.length !== KEY_BYTES) throw new PasskeyRefusal('secret', 'the ADV secret has 32 bytes')
    if (this.#scanned && timingSafeEqual(advSecret, this.#scanned)) {
      throw new PasskeyRefusal('secret', 'the ADV secret is still the old one')
    }
    return advSecret
  }

  #check({ payload }: Prologue, proof: Buffer | null): boolean {
    // Where nothing was scanned there is nothing to hold a proof against: the owner has to compare.
    if (proof === null || this.#scanned === null) return false
    if (this.#world.now() - this.#begun > HANDOFF_MS) {
      throw new PasskeyRefusal('expired', 'the scan is too old to prove anything')
    }
    const key = hkdf(Buffer.from(this.#scanned), KEY_BYTES, { info: 'shortcake-passkey-handoff-v1' })
    if (!proof.equals(hmacSign(payload, key))) {
      throw new PasskeyRefusal('proof', 'the proof was not made with the secret that was scanned')
    }
    return true
  }

  #decrypt(bytes: Buffer): proto.PairingRequest {
    const { prologue, ephemeral } = this.#acquaintance()
    const key = hkdf(Curve.sharedKey(ephemeral.private, prologue.publicKey), KEY_BYTES, {
      salt: Buffer.from(`Companion Pairing ${prologue.deviceType} with ref ${prologue.ref}`),
      info: 'Pairing Information Encryption Key',
    })
    try {
      const { encryptedPayload, iv } = proto.EncryptedPairingRequest.decode(bytes)
      if (!encryptedPayload || iv?.length !== 12) throw new Error('nothing to decrypt')
      return proto.PairingRequest.decode(aesDecryptGCM(encryptedPayload, key, iv, Buffer.alloc(0)))
    } catch (cause) {
      throw new PasskeyRefusal('request', 'the pairing request does not decrypt', { cause })
    }
  }

  #acquaintance(): Acquaintance {
    if (!this.#known) throw new PasskeyRefusal('order', 'the phone has not answered')
    return this.#known
  }
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}
