import type { PasskeyTrouble, PasskeyWay } from '../../contract/passkey.ts'
import type { PasskeyRequest } from './passkey-request.ts'

/** Has the owner's passkey sign what WhatsApp asks, in the system's own dialog. */
export interface Passkeys {
  /** What this computer has to use a passkey with, the best first; empty where it has nothing. Never rejects. */
  ways(): Promise<readonly PasskeyWay[]>
  /**
   * Opens the dialog and waits for the person. One at a time in the whole program: while one is open, others are `busy`.
   * Never rejects, and nothing it has opened is left when it resolves: no window, no browser, no profile.
   *
   * @param signal ends it at once
   */
  sign(way: PasskeyWay, request: PasskeyRequest, signal: AbortSignal): Promise<Signed>
}

export type Signed =
  | { readonly ok: true; readonly assertion: PasskeyAssertion }
  /** `error`: the name of what went wrong, such as `NotAllowedError`; it is logged. */
  | {
      readonly ok: false
      readonly why: Extract<PasskeyTrouble, 'refused' | 'no-way' | 'expired' | 'dropped' | 'busy'>
      readonly error: string
    }

/** What WhatsApp is sent of WebAuthn's `PublicKeyCredential`: base64url without padding, no extension results. */
export interface PasskeyAssertion {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
    readonly userHandle: string | null
  }
}

/** Where nothing can be used: what is being built or measured has no person in front of it. */
export const NO_PASSKEYS: Passkeys = {
  ways: () => Promise.resolve([]),
  sign: () => Promise.resolve({ ok: false, why: 'no-way', error: 'NoWay' }),
}
