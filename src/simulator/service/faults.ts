/**
 * What the server does to new connections while the fault is set. With `times` it stops by itself after that
 * many connections; without, it lasts until another fault or `null` is set.
 */
export type Fault = { readonly times?: number } & (
  | {
      /** The WebSocket upgrade is answered as by a web server. */
      readonly kind: 'refuse-upgrade'
      /** An HTTP status, such as 503, 403, 302 or 200. */
      readonly status: number
      /** HTML that comes with it. */
      readonly page?: string
      /** Where it sends whoever asks. */
      readonly location?: string
    }
  /** The TCP link is cut instead of answering the upgrade. Unlike a pause, attempts are counted. */
  | { readonly kind: 'hang-up' }
  /** The upgrade is accepted, then the client's hello is answered with random bytes. */
  | { readonly kind: 'garbage' }
  /** The upgrade is accepted, then nothing is ever said. */
  | { readonly kind: 'silent' }
  /** The handshake succeeds, but neither a login nor a registration is ever answered. */
  | { readonly kind: 'login-unanswered' }
  | {
      /** Logins of linked devices are refused. */
      readonly kind: 'login-failure'
      /** WhatsApp's number, such as 401, 402, 403, 405, 406, 409, 411, 500 or 503. */
      readonly reason: number
    }
  | {
      /** Registrations of unlinked clients are refused. */
      readonly kind: 'registration-failure'
      readonly reason: number
    }
)

/** The fault that is set, counted down as connections meet it. */
export class FaultSwitch {
  #fault: Fault | null = null
  #left = Infinity

  set(fault: Fault | null): void {
    this.#fault = fault
    this.#left = fault?.times ?? Infinity
  }

  /** The fault if it is of this kind; meeting it uses up one of its times. */
  meet<K extends Fault['kind']>(kind: K): Extract<Fault, { kind: K }> | null {
    const fault = this.#fault
    if (!fault || !isKind(fault, kind)) return null
    this.#left -= 1
    if (this.#left <= 0) this.set(null)
    return fault
  }
}

function isKind<K extends Fault['kind']>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> {
  return fault.kind === kind
}
