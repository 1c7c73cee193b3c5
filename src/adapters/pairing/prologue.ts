import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { aesEncryptGCM, bytesToCrockford, Curve, hkdf, type KeyPair, proto } from '@whiskeysockets/baileys'

/**
 * The keys and messages with which a passkey's owner, their phone and this client agree on a link; source: WhatsApp
 * Web's public modules and whatsmeow's `pair-passkey.go` of 2026-06-30. Pure but for the dice in `newCompanion`.
 */

const SECRET_BYTES = 32
const NONCE_BYTES = 32
const IV_BYTES = 12
/** Bytes of the code that both sides show. */
const CODE_BYTES = 5

/** What this client brings: a key for this one agreement, and a nonce that it keeps to itself until the phone has answered. */
export interface Companion {
  readonly ephemeral: KeyPair
  readonly nonce: Uint8Array
  /** `DeviceProps.PlatformType`, as in the registration. */
  readonly deviceType: number
  /** As the server has just given it. */
  readonly ref: string
}

/** What the phone brings: its key and its nonce, 32 bytes each. */
export interface PhoneIdentity {
  readonly publicKey: Uint8Array
  readonly nonce: Uint8Array
}

/** What the phone has to know of this client to link it: 32 bytes each. */
export interface PairingSecrets {
  readonly noiseKey: Uint8Array
  readonly identityKey: Uint8Array
  readonly advSecret: Uint8Array
}

export function newCompanion(deviceType: number, ref: string): Companion {
  return { ephemeral: Curve.generateKeyPair(), nonce: randomBytes(NONCE_BYTES), deviceType, ref }
}

/**
 * Proves that who confirms now is who showed the code: the phone knows the same secret from the code.
 *
 * @param advSecret the secret in the code that was scanned or typed, 32 bytes
 * @returns 32 bytes
 */
export function handoffKey(advSecret: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', advSecret, '', 'shortcake-passkey-handoff-v1', SECRET_BYTES))
}

/** @param prologue as it is sent */
export function handoffProof(handoff: Uint8Array, prologue: Uint8Array): Uint8Array {
  return createHmac('sha256', handoff).update(prologue).digest()
}

/** `ProloguePayload`: who this client is, and a commitment to its nonce. */
export function prologueOf({ ephemeral, nonce, deviceType, ref }: Companion): Uint8Array {
  const identity = proto.CompanionEphemeralIdentity.encode({
    publicKey: ephemeral.public,
    deviceType,
    ref,
  }).finish()
  const hash = createHash('sha256').update(identity).update(nonce).digest()
  return proto.ProloguePayload.encode({ companionEphemeralIdentity: identity, commitment: { hash } }).finish()
}

/** Reads `PrimaryEphemeralIdentity`; null where it is anything else. */
export function readPhoneIdentity(bytes: Uint8Array): PhoneIdentity | null {
  try {
    const { publicKey, nonce } = proto.PrimaryEphemeralIdentity.decode(bytes)
    if (publicKey?.length !== SECRET_BYTES || nonce?.length !== NONCE_BYTES) return null
    return { publicKey, nonce }
  } catch {
    return null
  }
}

/** The code that the phone shows as well: `XXXX-XXXX`. */
export function comparisonCode({ nonce }: Companion, phone: PhoneIdentity): string {
  const own = createHash('sha256').update(nonce).update(phone.publicKey).digest()
  const code = bytesToCrockford(
    Buffer.from(phone.nonce.subarray(0, CODE_BYTES).map((byte, n) => byte ^ (own[n] ?? 0))),
  )
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** `EncryptedPairingRequest`: what only this phone can open. */
export function pairingRequestFor(
  phone: PhoneIdentity,
  { ephemeral, deviceType, ref }: Companion,
  { noiseKey, identityKey, advSecret }: PairingSecrets,
  iv: Uint8Array = randomBytes(IV_BYTES),
): Uint8Array {
  const shared = Curve.sharedKey(ephemeral.private, phone.publicKey)
  const key = hkdf(shared, SECRET_BYTES, {
    salt: Buffer.from(`Companion Pairing ${deviceType} with ref ${ref}`),
    info: 'Pairing Information Encryption Key',
  })
  const request = proto.PairingRequest.encode({
    companionPublicKey: noiseKey,
    companionIdentityKey: identityKey,
    advSecret,
  }).finish()
  const encryptedPayload = aesEncryptGCM(request, key, iv, Buffer.alloc(0))
  return proto.EncryptedPairingRequest.encode({ encryptedPayload, iv }).finish()
}
