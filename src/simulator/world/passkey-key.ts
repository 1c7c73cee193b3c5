import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** The site that WhatsApp's passkeys are for. */
export const PASSKEY_SITE = 'whatsapp.com'

/** One passkey of an account, as its owner's authenticator holds it. */
export interface PasskeyKey {
  /** base64url without padding */
  readonly credentialId: string
  /** P-256: PKCS#8 in base64, as Chromium's `WebAuthn.addCredential` takes it. */
  readonly privateKey: string
  /** base64url without padding */
  readonly userHandle: string
  readonly rpId: string
}

/** What the registry keeps of a passkey. */
export interface PasskeyRecord extends PasskeyKey {
  /** The highest count the authenticator has signed with. */
  signCount: number
}

/** A passkey that WhatsApp knows. It looks at the public half alone; the private one is the owner's. */
export class Passkey {
  readonly record: PasskeyRecord
  readonly publicKey: KeyObject

  /** Throws when the record holds no P-256 key. */
  constructor(record: PasskeyRecord) {
    this.record = record
    const key = Buffer.from(record.privateKey, 'base64')
    this.publicKey = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
  }

  static fresh(): Passkey {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    return new Passkey({
      credentialId: randomBytes(32).toString('base64url'),
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      userHandle: randomBytes(16).toString('base64url'),
      rpId: PASSKEY_SITE,
      signCount: 0,
    })
  }

  /** Takes the count of a signature; false when the key was copied. Keys that are synchronised always count 0. */
  count(signCount: number): boolean {
    if (signCount === 0) return true
    if (signCount <= this.record.signCount) return false
    this.record.signCount = signCount
    return true
  }
}
