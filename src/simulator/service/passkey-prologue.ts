import { proto } from '@whiskeysockets/baileys'
import { PasskeyRefusal } from './passkey-rules.ts'

/** What a client says of itself once it has its owner's passkey. */
export interface Prologue {
  /** The bytes that the proof is made of. */
  readonly payload: Buffer
  /** The bytes that the commitment is made of, before the nonce. */
  readonly identity: Buffer
  /** X25519, 32 bytes */
  readonly publicKey: Buffer
  readonly deviceType: number
  readonly ref: string
  /** SHA-256, 32 bytes */
  readonly commitment: Buffer
}

/** Reads the bytes of a `ProloguePayload`. @throws {@link PasskeyRefusal} */
export function readPrologue(payload: Buffer): Prologue {
  let identity: proto.CompanionEphemeralIdentity
  let prologue: proto.ProloguePayload
  try {
    prologue = proto.ProloguePayload.decode(payload)
    identity = proto.CompanionEphemeralIdentity.decode(prologue.companionEphemeralIdentity ?? Buffer.alloc(0))
  } catch (cause) {
    throw new PasskeyRefusal('malformed', 'the prologue cannot be read', { cause })
  }
  const hash = prologue.commitment?.hash
  const { publicKey, deviceType, ref } = identity
  if (publicKey?.length !== 32 || hash?.length !== 32 || typeof ref !== 'string') {
    throw new PasskeyRefusal('malformed', 'the prologue lacks something, or has it in another length')
  }
  return {
    payload,
    identity: Buffer.from(prologue.companionEphemeralIdentity ?? []),
    publicKey: Buffer.from(publicKey),
    deviceType: deviceType ?? 0,
    ref,
    commitment: Buffer.from(hash),
  }
}
