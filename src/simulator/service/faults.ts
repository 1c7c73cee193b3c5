/**
 * What the server does to new connections while the fault is set. With `times` it stops by itself after that
 * many connections, with `forMs` after so many milliseconds; without either, it lasts until another fault or `null` is set.
 */
export type Fault = { readonly times?: number; readonly forMs?: number } & (
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
      /** Logins of linked devices are accepted, and ended a little later. */
      readonly kind: 'short-login'
      /** Milliseconds after the login. */
      readonly afterMs: number
      readonly by: Ending
    }
  | {
      /** Logins of linked devices are refused. */
      readonly kind: 'login-failure'
      /** WhatsApp's number, such as 401, 402, 403, 405, 406, 409, 411, 500 or 503. */
      readonly reason: number
      /** What else WhatsApp says with it, as `expire` (seconds) with 402. */
      readonly attributes?: Readonly<Record<string, string>>
    }
  | {
      /** Registrations of unlinked clients are refused. */
      readonly kind: 'registration-failure'
      readonly reason: number
    }
  | {
      /** Requests for a code to type are refused; with `times`, that many. */
      readonly kind: 'code-refused'
      /** WhatsApp's number, such as 429, 400 or 404. */
      readonly status: number
    }
)

/** How a connection that does not last ends: TCP is cut, a stream error has this code, or holds a child with this tag. */
export type Ending = 'drop' | { readonly code: number } | { readonly child: string }

/** The fault that is set, counted down as connections meet it. */
export class FaultSwitch {
  #fault: Fault | null = null
  #left = Infinity
  #until = Infinity

  set(fault: Fault | null): void {
    this.#fault = fault
    this.#left = fault?.times ?? Infinity
    this.#until = performance.now() + (fault?.forMs ?? Infinity)
  }

  /** The fault if it is of this kind; meeting it uses up one of its times. */
  meet<K extends Fault['kind']>(kind: K): Extract<Fault, { kind: K }> | null {
    if (performance.now() >= this.#until) this.set(null)
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
