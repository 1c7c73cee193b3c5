import { type AuthenticationCreds, Curve, generateSignalPubKey, initAuthCreds } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { Finding, FindingCode } from '../../contract/session-view.ts'
import type { AuthStore } from '../store/auth-store.ts'
import { CREDS, decode } from './baileys-codec.ts'
import { isOwnJid, ownAccount } from './own-account.ts'
import { verifyXEdDsa } from './xeddsa.ts'

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const X25519_BASE_POINT = Uint8Array.of(9, ...new Uint8Array(KEY_BYTES - 1))

/** More than Baileys ever has waiting; ids beyond that are not looked for one by one. */
const PRE_KEYS_AT_MOST = 1_000

const HALVES_APART = 'the two halves of a key do not belong together'
const NOT_SIGNED = "the signed pre-key's signature is not the identity's"
/** The finding that a failed check stands for. */
const CODES: readonly (readonly [string, FindingCode])[] = [
  [HALVES_APART, 'keys-mismatched'],
  [NOT_SIGNED, 'signature-invalid'],
]

const bytes = (length: number) =>
  z.instanceof(Uint8Array).refine((value) => value.length === length, `not ${length} bytes`)
const keyPair = z
  .object({ public: bytes(KEY_BYTES), private: bytes(KEY_BYTES) })
  .refine(belongsTogether, HALVES_APART)

/** What Baileys cannot live without, and what it would silently live with although it is broken. */
const credentials = z
  .looseObject({
    noiseKey: keyPair,
    pairingEphemeralKeyPair: keyPair,
    signedIdentityKey: keyPair,
    signedPreKey: z.looseObject({ keyPair, signature: bytes(SIGNATURE_BYTES), keyId: z.int().min(0) }),
    registrationId: z.int().min(0),
    advSecretKey: z.base64().min(1),
    nextPreKeyId: z.int().min(1),
    firstUnuploadedPreKeyId: z.int().min(1),
    me: z.looseObject({ id: z.string().refine(isOwnJid, 'not a device of an account') }).optional(),
    account: z.looseObject({ details: z.unknown(), accountSignatureKey: z.unknown() }).optional(),
  })
  .refine(
    ({ signedIdentityKey, signedPreKey }) =>
      // Not Baileys' `Curve.verify`, which ignores the answer and accepts any 64 bytes.
      verifyXEdDsa(
        signedIdentityKey.public,
        generateSignalPubKey(signedPreKey.keyPair.public),
        signedPreKey.signature,
      ),
    NOT_SIGNED,
  )

export type Credentials =
  /** Nothing WhatsApp knows: `creds` are fresh. */
  | { readonly kind: 'blank'; readonly creds: AuthenticationCreds; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'linked'
      readonly creds: AuthenticationCreds
      /** Null where WhatsApp names the account by its LID only. */
      readonly number: string | null
      /** Digits of the account's LID, where it was ever told. */
      readonly lid: string | null
      readonly findings: readonly Finding[]
    }
  | { readonly kind: 'damaged'; readonly findings: readonly Finding[]; readonly detail: string }

/**
 * Reads and checks the credentials in a store.
 *
 * @param linked a link is known to have been made: then their absence is damage
 */
export function readCredentials(store: AuthStore, linked: boolean): Credentials {
  const stored = store.read(CREDS.type, CREDS.id)
  if (stored === null) {
    return linked ? damage('credentials-missing') : { kind: 'blank', creds: initAuthCreds(), findings: [] }
  }
  let creds: unknown
  try {
    creds = decode(stored)
  } catch {
    return damage('credentials-malformed', 'not JSON')
  }
  if (!areCredentials(creds)) {
    const { error } = credentials.safeParse(creds)
    const detail = error ? z.prettifyError(error) : ''
    const found = CODES.flatMap(([message, code]) => {
      const count = detail.split(message).length - 1
      return count === 0 ? [] : [{ code, severity: 'damage' as const, count }]
    })
    return found.length === 0
      ? damage('credentials-malformed', detail)
      : { kind: 'damaged', findings: found, detail }
  }
  // `me` alone is left behind by a pairing code that nobody entered; WhatsApp has never heard of it.
  if (!creds.me || !creds.account) {
    if (linked) return damage('credentials-missing')
    const findings: readonly Finding[] = creds.me
      ? [{ code: 'code-abandoned', severity: 'note', count: 1 }]
      : []
    return { kind: 'blank', creds: initAuthCreds(), findings }
  }
  if (creds.nextPreKeyId > 1 && store.count('pre-key') === 0) return damage('pre-keys-missing')
  const missing = missingPreKeys(store, creds)
  const findings: readonly Finding[] =
    missing === 0 ? [] : [{ code: 'pre-keys-missing', severity: 'note', count: missing }]
  return { kind: 'linked', creds, ...ownAccount(creds, store), findings }
}

/**
 * How many of the keys that are still to be published are not there, or the newest that was. Baileys passes over the
 * ones, and makes fresh ones at the next login for the other; older ones are gone because they were used.
 */
function missingPreKeys(store: AuthStore, creds: AuthenticationCreds): number {
  const newest = creds.nextPreKeyId - 1
  const first = Math.max(1, Math.min(creds.firstUnuploadedPreKeyId, newest), newest - PRE_KEYS_AT_MOST)
  let missing = 0
  for (let id = first; id <= newest; id += 1) if (store.read('pre-key', String(id)) === null) missing += 1
  return missing
}

function damage(code: FindingCode, detail: string = code): Credentials {
  return { kind: 'damaged', findings: [{ code, severity: 'damage', count: 1 }], detail }
}

/** Checked in place, so that every field Baileys may add stays as it wrote it. */
function areCredentials(value: unknown): value is AuthenticationCreds {
  return credentials.safeParse(value).success
}

function belongsTogether(pair: { public: Uint8Array; private: Uint8Array }): boolean {
  return Buffer.from(Curve.sharedKey(pair.private, X25519_BASE_POINT)).equals(pair.public)
}
