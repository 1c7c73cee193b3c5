import { randomBytes } from 'node:crypto'
import type { Connection } from '../wire/connection.ts'
import { child, childBytes, firstChildTag, stanza, type Stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import type { CeremonyDesk, Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import { notify } from './notification.ts'
import { Challenges, verifyAssertion } from './passkey-assertion.ts'
import { readPrologue, type Prologue } from './passkey-prologue.ts'
import {
  PasskeyRefusal,
  type PasskeyHappenings,
  type PasskeyRules,
  type PasskeyStep,
} from './passkey-rules.ts'

/** The phone's part of a confirmation. What it does not take it throws as a {@link PasskeyRefusal}. */
export interface Handset {
  /** Whether the client has proven that it holds the secret the phone has scanned; null before it has said anything. */
  readonly proven: boolean | null
  /** `XXXX-XXXX` once it can be shown. */
  readonly code: string | null
  /** Takes a client's prologue, and its proof if it has one. Gives what is passed on to it; null is silence. */
  meet(prologue: Prologue, proof: Buffer | null): Uint8Array | null
  /** Takes the nonce that opens the commitment. */
  takeNonce(nonce: Buffer): void
  /** Opens the last message and gives the new ADV secret that is in it. */
  open(request: Buffer): Uint8Array
}

/** How far a confirmation is, as a test may see it. */
export interface CeremonyView {
  /** What it waits for next. `owner`: the person has to compare codes. `nothing`: it is over. */
  readonly waitsFor: 'prologue' | 'nonce' | 'pairing-request' | 'owner' | 'nothing'
  readonly proven: boolean | null
  /** `XXXX-XXXX`, as the phone shows it. */
  readonly code: string | null
  /** What the client was told, in order, and how often it has acknowledged each. */
  readonly told: readonly { readonly type: string; readonly acks: number }[]
}

/** What the client asks, by the tag inside its `<iq>`. */
const ASKED: Readonly<Record<string, { readonly type: 'get' | 'set'; readonly step: PasskeyStep }>> = {
  passkey_request_options: { type: 'get', step: 'options' },
  ref: { type: 'get', step: 'ref' },
  passkey_prologue: { type: 'set', step: 'prologue' },
  companion_nonce: { type: 'set', step: 'nonce' },
  encrypted_pairing_request: { type: 'set', step: 'pairing-request' },
}

/** Answers an `<iq>` of an unlinked client if it belongs to a confirmation with a passkey; false if it does not. */
export function answerCeremony(connection: Connection, registration: Registration, iq: Stanza): boolean {
  if (ASKED[firstChildTag(iq) ?? ''] === undefined) return false
  if (registration.ceremony) registration.ceremony.readIq(iq)
  else connection.refuse(iq, 404, 'item-not-found')
  return true
}

/** One client's confirmation with a passkey: the server's part, which passes on between client and phone. */
export class PasskeyCeremony implements CeremonyDesk {
  readonly #world: World
  readonly #registration: Registration
  readonly #account: Account
  readonly #rules: PasskeyRules
  readonly #happenings: PasskeyHappenings
  readonly #handset: Handset
  readonly #challenges = new Challenges()
  readonly #told = new Map<string, { readonly type: string; acks: number }>()
  #waitsFor: CeremonyView['waitsFor'] = 'prologue'
  #ref: string | null = null
  #secret: Uint8Array | null = null
  #agreed = false
  #denied = false
  #lastRefusal: string | null = null
  #resolve: (secret: Uint8Array) => void = () => undefined
  #reject: (error: Error) => void = () => undefined

  constructor(
    world: World,
    registration: Registration,
    account: Account,
    { rules, happenings }: { readonly rules: PasskeyRules; readonly happenings: PasskeyHappenings },
    handset: Handset,
  ) {
    this.#world = world
    this.#registration = registration
    this.#account = account
    this.#rules = rules
    this.#happenings = happenings
    this.#handset = handset
  }

  get view(): CeremonyView {
    const { proven, code } = this.#handset
    return {
      waitsFor: this.#waitsFor,
      proven,
      code,
      told: [...this.#told.values()].map((one) => ({ ...one })),
    }
  }

  /**
   * Asks the client for the passkey and takes it through all of it. Gives the new ADV secret, with which it may be
   * linked. Rejects when the connection closes before that, and when the owner sees another code.
   */
  run(): Promise<Uint8Array> {
    const { connection } = this.#registration
    return new Promise<Uint8Array>((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
      connection.whenClosed(() => reject(this.#closed()))
      for (let time = 0; time < this.#rules.requests; time += 1) this.#request()
      this.#happens('prologue-request')
    }).finally(() => {
      this.#waitsFor = 'nothing'
    })
  }

  /** The owner finds the code on the phone to be the one on the computer. Throws where there is none to compare. */
  confirmCode(): void {
    this.#assertComparable()
    this.#agreed = true
    this.#goOn()
  }

  /** The owner finds another code. Throws where there is none to compare. */
  denyCode(): void {
    this.#assertComparable()
    this.#denied = true
    this.#reject(new Error('the owner of the passkey saw another code on the computer'))
  }

  /** Reports what the client should have acknowledged by now and has not. */
  close(): void {
    for (const { type, acks } of this.#told.values()) {
      if (acks === 0) this.#world.report(new Error(`the client has not acknowledged ${type}`))
    }
  }

  readAck({ attrs }: Stanza): void {
    const told = this.#told.get(attrs['id'] ?? '')
    if (!told || attrs['class'] !== 'notification') return
    told.acks += 1
    if (told.acks > 1)
      this.#world.report(new Error(`the client has acknowledged ${told.type} more than once`))
  }

  readIq(iq: Stanza): void {
    const asked = ASKED[firstChildTag(iq) ?? '']
    if (!asked) return
    if (this.#happens(asked.step, iq)) return
    try {
      if (iq.attrs['type'] !== asked.type || iq.attrs['xmlns'] !== 'md') {
        throw new PasskeyRefusal('malformed', `<${firstChildTag(iq)}> is asked in another way`)
      }
      if (this.#denied) throw new PasskeyRefusal('denied', 'the owner saw another code')
      this.#answer(asked.step, iq)
    } catch (error) {
      const flaw = error instanceof PasskeyRefusal ? error.flaw : 'malformed'
      this.#world.report(error)
      this.#refuse(iq, this.#rules.codes[flaw], flaw, error instanceof Error ? error.message : flaw)
    }
  }

  #answer(step: PasskeyStep, iq: Stanza): void {
    const { connection } = this.#registration
    switch (step) {
      case 'options':
        return connection.answer(iq, [stanza('passkey_request_options', {}, Buffer.from(this.#options()))])
      case 'ref': {
        const ref = `2@${randomBytes(96).toString('base64')}`
        this.#ref = ref
        return connection.answer(iq, [stanza('ref', {}, this.#rules.ref === 'text' ? ref : Buffer.from(ref))])
      }
      case 'prologue':
        return this.#takePrologue(iq)
      case 'nonce':
        this.#assertTurn('nonce')
        this.#handset.takeNonce(childBytes(iq, 'companion_nonce'))
        this.#waitsFor = 'pairing-request'
        return connection.answer(iq)
      case 'pairing-request':
        this.#assertTurn('pairing-request')
        this.#secret = this.#handset.open(childBytes(iq, 'encrypted_pairing_request'))
        this.#waitsFor = 'owner'
        connection.answer(iq)
        return this.#goOn()
      case 'prologue-request':
      case 'continuation':
        throw new Error(`no client asks for the ${step}`)
    }
  }

  #takePrologue(iq: Stanza): void {
    this.#waitsFor = 'prologue'
    this.#agreed = false
    this.#secret = null
    const content = child(iq, 'passkey_prologue')
    verifyAssertion(childBytes(content, 'webauthn_assertion'), childBytes(content, 'credential_id'), {
      passkeys: this.#account.passkeys,
      challenges: this.#challenges,
      timeoutMs: this.#rules.timeoutMs,
      site: this.#rules.site,
      now: this.#world.now(),
    })
    const prologue = readPrologue(childBytes(content, 'prologue_payload'))
    const ref = this.#ref
    this.#ref = null
    if (ref === null || prologue.ref !== ref) {
      throw new PasskeyRefusal('ref', 'the reference is not the newest one, or was used')
    }
    if (prologue.deviceType !== this.#registration.platformType) {
      throw new PasskeyRefusal('device-type', 'the kind of device is not the one that registered')
    }
    const proof = child(content, 'pairing_handoff_proof')
    const answer = this.#handset.meet(prologue, proof ? childBytes(content, 'pairing_handoff_proof') : null)
    this.#waitsFor = 'nonce'
    this.#registration.connection.answer(iq)
    if (answer === null || this.#happens('continuation')) return
    const identity = stanza('primary_ephemeral_identity', {}, answer)
    this.#tell('crsc_continuation', this.#rules.continuation === 'empty' ? [] : [identity])
  }

  #request(): void {
    this.#tell('passkey_prologue_request', this.#requested())
  }

  #requested(): readonly Stanza[] {
    switch (this.#rules.options) {
      case 'none':
        return []
      case 'bytes':
        return [stanza('passkey_request_options', {}, Buffer.from(this.#options()))]
      case 'text':
        return [stanza('passkey_request_options', {}, asTextNode(this.#options()))]
      case 'garbage':
        return [stanza('passkey_request_options', {}, Buffer.from('{"challenge":'))]
    }
  }

  /** WebAuthn's request as JSON, with a fresh challenge. */
  #options(): string {
    const challenge = randomBytes(32).toString('base64url')
    this.#challenges.give(challenge, this.#world.now())
    const { timeoutMs: timeout, site: rpId, namesKeys } = this.#rules
    const named = this.#account.passkeys.map(({ record }) => ({
      type: 'public-key',
      id: record.credentialId,
    }))
    return JSON.stringify({
      challenge,
      timeout,
      rpId,
      allowCredentials: namesKeys ? named : [],
      userVerification: 'required',
      extensions: { uvm: true },
    })
  }

  /** Lets happen what was arranged for a step; true when that is all there is. */
  #happens(step: PasskeyStep, iq?: Stanza): boolean {
    const { connection } = this.#registration
    const happening = this.#happenings.meet(step)
    switch (happening?.kind) {
      case undefined:
        return false
      case 'refuse':
        if (iq) this.#refuse(iq, happening.code, 'refused', `the ${step} was refused with ${happening.code}`)
        return true
      case 'silence':
        return true
      case 'drop':
        connection.dropWhenSent()
        return true
      case 'restart':
        connection.end(stanza('stream:error', { code: 515 }))
        return true
      case 'refresh':
        this.#tell('companion_reg_refresh', [stanza('companion_reg_refresh')])
        return false
    }
  }

  /** A refused client starts again, and with fresh options. */
  #refuse(iq: Stanza, code: number, text: string, message: string): void {
    this.#lastRefusal = message
    this.#waitsFor = 'prologue'
    this.#ref = null
    this.#challenges.forget()
    this.#registration.connection.refuse(iq, code, text)
  }

  #tell(type: string, content: readonly Stanza[]): void {
    const id = notify(this.#world, this.#registration, type, content, this.#rules.from)
    this.#told.set(id, { type, acks: 0 })
  }

  #goOn(): void {
    if (this.#handset.proven === true || this.#rules.comparison === 'at-once') this.#agreed = true
    if (this.#agreed && this.#secret) this.#resolve(this.#secret)
  }

  #assertTurn(step: 'nonce' | 'pairing-request'): void {
    if (this.#waitsFor !== step) throw new PasskeyRefusal('order', `a ${step} is out of turn`)
  }

  #assertComparable(): void {
    const { code, proven } = this.#handset
    if (this.#waitsFor !== 'pairing-request' && this.#waitsFor !== 'owner') throw noComparison()
    if (code === null || proven === true || this.#denied) throw noComparison()
  }

  #closed(): Error {
    const why = this.#lastRefusal === null ? '' : ` (${this.#lastRefusal})`
    return new Error(`the client closed the connection before it had confirmed with a passkey${why}`)
  }
}

function noComparison(): Error {
  return new Error('the phone shows no code to compare')
}

/**
 * The wire keeps text only where it can be packed; the rest is read as bytes at the other end. A text with an `@` is
 * packed as the two halves of a name, if neither `:` nor `_` comes before it, and is text again when it is read.
 */
function asTextNode(json: string): string {
  return `{"@":0,${json.slice(1)}`
}
