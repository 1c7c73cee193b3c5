import { randomBytes } from 'node:crypto'
import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  Curve,
  derivePairingCodeKey,
  hkdf,
} from '@whiskeysockets/baileys'
import type { Connection } from '../wire/connection.ts'
import { child, childBytes, firstChildTag, parseJid, stanza, type Stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import type { CodeRequest, Registration, WrappedKey } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import type { FaultSwitch } from './faults.ts'
import { notify } from './notification.ts'

/** The characters of a pairing code. */
const CODE = /^[1-9A-HJ-NP-TV-Z]{8}$/

const STANDARD_BROWSERS = new Set([
  'Chrome',
  'Desktop',
  'Edge',
  'Electron',
  'Firefox',
  'IE',
  'Opera',
  'Safari',
])

/** Takes an `<iq>` of an unlinked client; only `link_code_companion_reg` means anything to the server. */
export function answerUnlinked(
  connection: Connection,
  registration: Registration,
  iq: Stanza,
  faults: FaultSwitch,
): void {
  const type = iq.attrs['type']
  if (type !== 'get' && type !== 'set') return
  const request = child(iq, 'link_code_companion_reg')
  if (!request || firstChildTag(iq) !== 'link_code_companion_reg') {
    connection.answer(iq)
  } else if (request.attrs['stage'] === 'companion_hello') {
    const refusal = faults.meet('code-refused')
    if (refusal) connection.refuse(iq, refusal.status, refusal.status === 429 ? 'rate-overlimit' : 'refused')
    else answerHello(connection, registration, iq, request)
  } else {
    connection.answer(iq)
    registration.code?.finish?.(request)
  }
}

function answerHello(connection: Connection, registration: Registration, iq: Stanza, request: Stanza): void {
  const number = parseJid(request.attrs['jid'])?.user
  const display = childBytes(request, 'companion_platform_display').toString()
  if (number === undefined || !STANDARD_BROWSERS.has(display.split(' (')[0] ?? '')) {
    connection.refuse(iq, 400, 'bad-request')
    return
  }
  const ref = randomBytes(32)
  const wrapped = unwrap(childBytes(request, 'link_code_pairing_wrapped_companion_ephemeral_pub'))
  registration.code = { number, ref, wrapped, finish: null }
  connection.answer(iq, [
    stanza('link_code_companion_reg', { stage: 'companion_hello' }, [
      stanza('link_code_pairing_ref', {}, ref),
    ]),
  ])
}

/** A client that a code has led to, and the ADV secret that is agreed on with it; null where there is none. */
export interface CodeMatch {
  readonly registration: Registration
  readonly advSecret: Uint8Array | null
}

/**
 * What a phone does with a code typed by its owner. Rejects when the text is no code, when no client waits
 * for this number, and when the code is another than the client shows (the client may be tried again).
 */
export async function enterCode(world: World, account: Account, text: string): Promise<CodeMatch> {
  const code = readCode(text)
  const { registration, request } = waitingFor(world, account)
  const clientKey = aesDecryptCTR(
    request.wrapped.key,
    await derivePairingCodeKey(code, request.wrapped.salt),
    request.wrapped.iv,
  )
  const ephemeral = Curve.generateKeyPair()
  const wrapped = await wrap(ephemeral.public, code)
  const bundle = await new Promise<Stanza>((resolve, reject) => {
    request.finish = resolve
    registration.connection.whenClosed(() => reject(new Error('the client closed the connection')))
    sayHello(world, account, registration, request, wrapped)
  })
  const shared = Curve.sharedKey(ephemeral.private, clientKey)
  const advSecret = openBundle(account, shared, childBytes(bundle, 'link_code_pairing_wrapped_key_bundle'))
  registration.code = null
  return { registration, advSecret }
}

/**
 * What a phone does with a code where it goes by a passkey instead: its hello is without a key, so that there is nothing
 * for the client to finish and no secret to agree on. Throws as {@link enterCode}, but takes any code for the right one.
 */
export function enterCodeWithoutKey(world: World, account: Account, text: string): CodeMatch {
  readCode(text)
  const { registration, request } = waitingFor(world, account)
  sayHello(world, account, registration, request, null)
  registration.code = null
  return { registration, advSecret: null }
}

function readCode(text: string): string {
  const code = text.replace(/[\s-]/g, '').toUpperCase()
  if (!CODE.test(code)) throw new Error(`“${text}” is not a pairing code`)
  return code
}

function waitingFor(world: World, account: Account): { registration: Registration; request: CodeRequest } {
  const registration = world.registrations.all().findLast((one) => one.code?.number === account.number)
  const request = registration?.code
  if (!registration || !request) throw new Error(`no client waits for a code from ${account.number}`)
  return { registration, request }
}

/** Sends the client the phone's `primary_hello`, with its wrapped key if it has one. */
function sayHello(
  world: World,
  account: Account,
  registration: Registration,
  request: CodeRequest,
  wrapped: Buffer | null,
): void {
  const key = wrapped ? [stanza('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapped)] : []
  notify(world, registration, 'link_code_companion_reg', [
    stanza('link_code_companion_reg', { stage: 'primary_hello' }, [
      ...key,
      stanza('primary_identity_pub', {}, account.party.identity.public),
      stanza('link_code_pairing_ref', {}, request.ref),
    ]),
  ])
}

/** Opens the client's key bundle and derives the ADV secret from it. Throws when the code was wrong. */
function openBundle(account: Account, shared: Buffer, bytes: Buffer): Uint8Array {
  const salt = bytes.subarray(0, 32)
  const key = hkdf(shared, 32, { salt, info: 'link_code_pairing_key_bundle_encryption_key' })
  let bundle: Buffer
  try {
    bundle = aesDecryptGCM(bytes.subarray(44), key, bytes.subarray(32, 44), Buffer.alloc(0))
  } catch (cause) {
    throw new Error('the code is not the one the client shows', { cause })
  }
  const identity = bundle.subarray(0, 32)
  const random = bundle.subarray(64)
  const identities = Curve.sharedKey(account.party.identity.private, identity)
  return hkdf(Buffer.concat([shared, identities, random]), 32, { info: 'adv_secret' })
}

async function wrap(key: Uint8Array, code: string): Promise<Buffer> {
  const salt = randomBytes(32)
  const iv = randomBytes(16)
  return Buffer.concat([salt, iv, aesEncryptCTR(key, await derivePairingCodeKey(code, salt), iv)])
}

function unwrap(bytes: Buffer): WrappedKey {
  if (bytes.length !== 80) throw new Error('the wrapped key of a pairing code has 80 bytes')
  return { salt: bytes.subarray(0, 32), iv: bytes.subarray(32, 48), key: bytes.subarray(48) }
}
