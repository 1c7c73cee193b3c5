import { randomBytes } from 'node:crypto'
import {
  type AuthenticationCreds,
  type BinaryNode,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildString,
  proto,
  S_WHATSAPP_NET,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { PasskeyTrouble, PasskeyWay } from '../../contract/passkey.ts'
import type { Log, SocketEvent } from '../../engine/ports.ts'
import { type PasskeyRequest, readPasskeyRequest } from '../passkey/passkey-request.ts'
import type { PasskeyAssertion, Passkeys } from '../passkey/passkeys.ts'
import { acknowledge } from './acknowledge.ts'
import {
  comparisonCode,
  handoffKey,
  handoffProof,
  newCompanion,
  pairingRequestFor,
  type PhoneIdentity,
  prologueOf,
  readPhoneIdentity,
} from './prologue.ts'

export interface PasskeyExchangeSettings {
  readonly passkeys: Passkeys
  /** `DeviceProps.PlatformType` of the registration. */
  readonly deviceType: number
  readonly log: Log
  readonly session: string
  readonly tell: (event: SocketEvent) => void
  /** Where not as WhatsApp's own. */
  readonly limits?: Partial<PasskeyLimits> | undefined
}

/** In milliseconds. */
export interface PasskeyLimits {
  /** How long the secret in the code proves who confirms. */
  readonly handoffMs: number
  /** How long the server may take for an answer. */
  readonly answerMs: number
  /** How long the phone may take for its own, and the person to compare. */
  readonly phoneMs: number
}

const LIMITS: PasskeyLimits = { handoffMs: 300_000, answerMs: 30_000, phoneMs: 120_000 }

/** What came to nothing, and how the person is told of it. */
class Trouble extends Error {
  readonly why: PasskeyTrouble

  constructor(why: PasskeyTrouble, message: string) {
    super(message)
    this.why = why
  }
}

/**
 * Confirms a link with the owner's passkey, on the socket that showed the code: Enlace plays the part that the browser
 * plays for WhatsApp Web. Baileys itself has no part in it before WhatsApp sends the link.
 *
 * The order on the wire: the server asks (`passkey_prologue_request`); the key signs; `ref`, `passkey_prologue`; the phone
 * answers by way of the server (`crsc_continuation`); `companion_nonce`; the comparison, where nothing else proves that
 * the two belong together; `encrypted_pairing_request`. Then WhatsApp links as ever, under a new ADV secret.
 */
export class PasskeyExchange {
  readonly #sock: WASocket
  readonly #creds: AuthenticationCreds
  readonly #settings: PasskeyExchangeSettings
  /** What WhatsApp wants signed, and until when it may be. */
  #request: { readonly options: PasskeyRequest; readonly until: number } | null = null
  #handoff: { readonly key: Uint8Array; readonly until: number } | null = null
  readonly #limits: PasskeyLimits
  #begun = false
  #running: AbortController | null = null
  #continued: ((content: Uint8Array | null) => void) | null = null
  #compared: (() => void) | null = null

  constructor(sock: WASocket, creds: AuthenticationCreds, settings: PasskeyExchangeSettings) {
    this.#sock = sock
    this.#creds = creds
    this.#settings = settings
    this.#limits = { ...LIMITS, ...settings.limits }
    sock.ws.on('CB:notification,type:passkey_prologue_request', (stanza: BinaryNode) => this.#asked(stanza))
    sock.ws.on('CB:notification,type:crsc_continuation', (stanza: BinaryNode) => {
      acknowledge(sock, creds, stanza)
      this.#continued?.(getBinaryNodeChildBuffer(stanza, 'primary_ephemeral_identity') ?? null)
    })
  }

  /** Whether WhatsApp has asked: from then on the code that was on screen, and its secret, stay as they are. */
  get begun(): boolean {
    return this.#begun
  }

  /** Has the key sign and goes through the rest. One at a time: while one is under way nothing happens. */
  use(way: PasskeyWay): void {
    if (!this.#begun || this.#running !== null) return
    const running = new AbortController()
    this.#running = running
    void this.#confirm(way, running.signal).then(
      () => this.#over(running),
      (error: unknown) => {
        this.#over(running)
        if (!running.signal.aborted) this.#settings.tell({ type: 'passkey-trouble', why: this.#whyOf(error) })
      },
    )
  }

  /** The person has seen the same code on the phone. */
  confirmCode(): void {
    this.#compared?.()
  }

  /** Ends what is under way: no dialog stays open. */
  end(): void {
    this.#running?.abort()
  }

  #over(running: AbortController): void {
    if (this.#running === running) this.#running = null
    this.#continued = null
    this.#compared = null
    // Whatever WhatsApp wanted signed has been used, or has failed.
    this.#request = null
  }

  /** The server asks. Only the first time there is a secret to hand over, and a new one to take its place. */
  #asked(stanza: BinaryNode): void {
    acknowledge(this.#sock, this.#creds, stanza)
    if (this.#creds.account) return
    const options = optionsIn(stanza)
    if (options !== null) this.#keep(options)
    if (this.#begun) return
    this.#begun = true
    const key = handoffKey(Buffer.from(this.#creds.advSecretKey, 'base64'))
    this.#handoff = { key, until: performance.now() + this.#limits.handoffMs }
    this.#creds.advSecretKey = randomBytes(32).toString('base64')
    this.#sock.ev.emit('creds.update', { advSecretKey: this.#creds.advSecretKey })
    const { passkeys, tell } = this.#settings
    void passkeys.ways().then((ways) => tell({ type: 'passkey-asked', ways }))
  }

  #keep(options: PasskeyRequest): void {
    this.#request = { options, until: performance.now() + options.timeout }
  }

  async #confirm(way: PasskeyWay, signal: AbortSignal): Promise<void> {
    const { tell } = this.#settings
    const request = await this.#freshRequest()
    const assertion = await this.#sign(way, request, signal)
    const ref = await this.#ask('get', { tag: 'ref', attrs: {} })
    const given = getBinaryNodeChildString(ref, 'ref')
    if (!given) throw new Trouble('not-accepted', 'no ref')

    const companion = newCompanion(this.#settings.deviceType, given)
    const prologue = prologueOf(companion)
    const handoff =
      this.#handoff !== null && performance.now() < this.#handoff.until ? this.#handoff.key : null
    const continuation = this.#continuation(signal)
    // Heard below; the server may be refusing the prologue meanwhile.
    continuation.catch(() => {})
    await this.#ask('set', {
      tag: 'passkey_prologue',
      attrs: {},
      content: [
        bytes('credential_id', Buffer.from(assertion.rawId, 'base64url')),
        bytes('webauthn_assertion', Buffer.from(JSON.stringify(assertion))),
        bytes('prologue_payload', prologue),
        ...(handoff ? [bytes('pairing_handoff_proof', handoffProof(handoff, prologue))] : []),
      ],
    })
    tell({ type: 'passkey-taken' })

    const phone = await continuation
    await this.#ask('set', bytes('companion_nonce', companion.nonce))
    const compare = handoff === null
    const compared = compare ? this.#comparison(signal) : Promise.resolve()
    tell({ type: 'passkey-code', code: comparisonCode(companion, phone), compare })
    await compared

    const { noiseKey, signedIdentityKey, advSecretKey } = this.#creds
    const secrets = {
      noiseKey: noiseKey.public,
      identityKey: signedIdentityKey.public,
      advSecret: Buffer.from(advSecretKey, 'base64'),
    }
    await this.#ask('set', bytes('encrypted_pairing_request', pairingRequestFor(phone, companion, secrets)))
  }

  /** What is to be signed: as the server sent it, or asked for anew where it sent none or that is too old. */
  async #freshRequest(): Promise<PasskeyRequest> {
    const left = (this.#request?.until ?? 0) - performance.now()
    // What is nearly over is asked for anew: the person is given the time that the dialog says.
    if (this.#request !== null && left > this.#request.options.timeout / 2) {
      return { ...this.#request.options, timeout: Math.floor(left) }
    }
    const answer = await this.#ask('get', { tag: 'passkey_request_options', attrs: {} })
    const options = optionsIn(answer)
    if (options === null) throw new Trouble('not-accepted', 'no options')
    this.#keep(options)
    return options
  }

  async #sign(way: PasskeyWay, request: PasskeyRequest, signal: AbortSignal): Promise<PasskeyAssertion> {
    const { passkeys, log, session } = this.#settings
    const began = performance.now()
    const signed = await passkeys.sign(way, request, signal)
    const ms = Math.round(performance.now() - began)
    log.info('passkey', { session, way, ms, error: signed.ok ? null : signed.error })
    if (!signed.ok) throw new Trouble(signed.why, signed.error)
    return signed.assertion
  }

  /** The phone's answer, which comes by way of the server and may come before the server's own. */
  #continuation(signal: AbortSignal): Promise<PhoneIdentity> {
    return within(this.#limits.phoneMs, 'phone-silent', signal, (resolve, reject) => {
      this.#continued = (content) => {
        const phone = content && readPhoneIdentity(content)
        if (phone) resolve(phone)
        else reject(new Trouble('not-accepted', 'malformed continuation'))
      }
    })
  }

  #comparison(signal: AbortSignal): Promise<void> {
    return within(this.#limits.phoneMs, 'expired', signal, (resolve) => {
      this.#compared = resolve
    })
  }

  async #ask(type: 'get' | 'set', content: BinaryNode): Promise<BinaryNode> {
    const answer: unknown = await this.#sock.query(
      { tag: 'iq', attrs: { to: S_WHATSAPP_NET, type, xmlns: 'md' }, content: [content] },
      this.#limits.answerMs,
    )
    if (!isNode(answer)) throw new Trouble('dropped', `no answer to ${content.tag}`)
    return answer
  }

  #whyOf(error: unknown): PasskeyTrouble {
    const { log, session } = this.#settings
    if (error instanceof Trouble) {
      log.info('passkey trouble', { session, why: error.why, error: error.message })
      return error.why
    }
    // WhatsApp's number for its refusal, as Baileys' `assertNodeErrorFree` carries it.
    const code: unknown = error instanceof Error && 'data' in error ? error.data : null
    log.warn('passkey trouble', {
      session,
      why: 'not-accepted',
      error: error instanceof Error ? error.name : 'unknown',
      code: typeof code === 'number' || typeof code === 'string' ? code : null,
    })
    return 'not-accepted'
  }
}

/** `DeviceProps.PlatformType` of a browser's name, as Baileys registers it. */
export function deviceTypeOf(browser: string): number {
  const { PlatformType } = proto.DeviceProps
  const type: unknown = Reflect.get(PlatformType, browser.toUpperCase())
  return typeof type === 'number' ? type : PlatformType.CHROME
}

function within<T>(
  ms: number,
  why: PasskeyTrouble,
  signal: AbortSignal,
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(ms)])
    const end = () =>
      reject(signal.aborted ? new Trouble('dropped', 'ended') : new Trouble(why, 'no answer in time'))
    if (over.aborted) end()
    else over.addEventListener('abort', end)
    start(resolve, reject)
  })
}

/** The options may come as bytes or as text, or not at all. */
function optionsIn(stanza: BinaryNode): PasskeyRequest | null {
  const child = getBinaryNodeChild(stanza, 'passkey_request_options')
  const content = child?.content
  if (content === undefined || Array.isArray(content)) return null
  return readPasskeyRequest(typeof content === 'string' ? content : Buffer.from(content).toString('utf8'))
}

function bytes(tag: string, content: Uint8Array): BinaryNode {
  return { tag, attrs: {}, content }
}

function isNode(answer: unknown): answer is BinaryNode {
  return typeof answer === 'object' && answer !== null && 'tag' in answer
}
