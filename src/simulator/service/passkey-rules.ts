/** Why a confirmation with a passkey is not taken, and the number the client is refused with. */
const CODES = {
  /** What was sent cannot be read. */
  malformed: 400,
  /** The assertion is not what WebAuthn demands: its kind, origin, site, presence, verification, count, signature. */
  assertion: 401,
  /** The challenge is none of this server, or was used before. */
  challenge: 403,
  /** The challenge, or the proof, came too late. */
  expired: 410,
  /** The account has no such passkey. */
  credential: 404,
  /** The reference is not the newest, or was used before. */
  ref: 408,
  /** The kind of device is another than the one that registered. */
  'device-type': 406,
  /** The proof was not made with the secret that the phone has scanned. */
  proof: 401,
  /** The nonce does not open the commitment. */
  commitment: 403,
  /** The last message does not decrypt, or holds other keys than the registration's. */
  request: 403,
  /** The ADV secret is not a new one. */
  secret: 403,
  /** The owner saw another code. */
  denied: 403,
  /** Nobody has asked for it, or something has to come before it. */
  order: 409,
} as const

export type PasskeyFlaw = keyof typeof CODES

/** A step of a client is refused. */
export class PasskeyRefusal extends Error {
  readonly flaw: PasskeyFlaw

  constructor(flaw: PasskeyFlaw, message: string, options?: ErrorOptions) {
    super(message, options)
    this.flaw = flaw
  }
}

/**
 * The steps in their order. What the server begins: `prologue-request` (it asks for the passkey) and `continuation` (it
 * passes on the phone's key). What the client asks: all others.
 */
export type PasskeyStep =
  'prologue-request' | 'options' | 'ref' | 'prologue' | 'continuation' | 'nonce' | 'pairing-request'

/**
 * What happens at a step instead of ordinary service. `refuse`: the client is answered with this code. `silence`:
 * nothing is ever said. `drop`: the link is cut. `restart`: the connection ends with 515. `refresh`: the client is told
 * that its ADV secret is retired (`companion_reg_refresh`), and the step goes on. After a prologue request, which is
 * sent in any case, `silence` means nothing.
 */
export type PasskeyHappening =
  | { readonly kind: 'refuse'; readonly code: number }
  | { readonly kind: 'silence' | 'drop' | 'restart' | 'refresh' }

/** How an account confirms with a passkey; may be changed at any time. */
export interface PasskeyRules {
  /** How the request carries the options: as bytes, as a text node, not at all, or as bytes that are no JSON. */
  options: 'bytes' | 'text' | 'none' | 'garbage'
  /** The site whose passkey is asked for. */
  site: string
  /** Whether the options name the account's passkeys; else any of the site will do. */
  namesKeys: boolean
  /** Milliseconds that a challenge is good for. */
  timeoutMs: number
  /** How often the request is made. */
  requests: number
  /** How a reference is given. */
  ref: 'bytes' | 'text'
  /** What the server calls itself. */
  from: 's.whatsapp.net' | '@s.whatsapp.net'
  /** Linking by code: the client has finished before it is asked, or is sent the phone's hello without a key. */
  byCode: 'finished' | 'without-key'
  /** Whether the phone says nothing at all once the client has shown its passkey. */
  phoneSilent: boolean
  /** What the phone sends on. */
  continuation: 'proper' | 'empty' | 'garbage' | 'short-key' | 'short-nonce'
  /** Whether the phone shows another code than the client. */
  showsAnotherCode: boolean
  /** Whether the owner is asked to compare codes where there is no proof, or finds them the same at once. */
  comparison: 'by-hand' | 'at-once'
  /** The number each refusal has. */
  readonly codes: Record<PasskeyFlaw, number>
}

export function ordinaryRules(): PasskeyRules {
  return {
    options: 'bytes',
    site: 'whatsapp.com',
    namesKeys: false,
    timeoutMs: 600_000,
    requests: 1,
    ref: 'bytes',
    from: '@s.whatsapp.net',
    byCode: 'finished',
    phoneSilent: false,
    continuation: 'proper',
    showsAnotherCode: false,
    comparison: 'by-hand',
    codes: { ...CODES },
  }
}

/** What has been arranged to happen at the steps. */
export class PasskeyHappenings {
  readonly #arranged: { step: PasskeyStep; happening: PasskeyHappening; times: number }[] = []

  /** Throws where a refusal is arranged of what no client asks. */
  arrange(step: PasskeyStep, happening: PasskeyHappening, times: number): void {
    if (happening.kind === 'refuse' && (step === 'prologue-request' || step === 'continuation')) {
      throw new Error('only what a client asks can be refused')
    }
    this.#arranged.push({ step, happening, times })
  }

  /** What happens at this step now; null is ordinary service. */
  meet(step: PasskeyStep): PasskeyHappening | null {
    const next = this.#arranged.find((one) => one.step === step && one.times > 0)
    if (!next) return null
    next.times -= 1
    return next.happening
  }

  clear(): void {
    this.#arranged.length = 0
  }
}
