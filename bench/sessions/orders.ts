import type { PasskeyKey } from '../../src/simulator/world/passkey-key.ts'

/** What the benchmark tells the simulator, which runs in a process of its own. */
export type Order =
  | { readonly do: 'scan'; readonly qr: string; readonly number: string }
  /** The account wants a passkey from now on; answered with its key. */
  | { readonly do: 'passkey'; readonly number: string }
  /** Answered as soon as the client has been asked for the passkey. */
  | { readonly do: 'scan-for-passkey'; readonly qr: string; readonly number: string }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** From now on logins are ended so many milliseconds later, by a cut of TCP; those that last are cut at once. */
  | { readonly do: 'cut-logins'; readonly afterMs: number }
  | { readonly do: 'heal' }
  | { readonly do: 'look' }

export interface Look {
  /** Milliseconds since 1970: when the order was taken up. */
  readonly at: number
  /** Connections that are open, and those of them that have logged in. */
  readonly live: number
  readonly online: number
  /** With `passkey`. */
  readonly key: PasskeyKey | null
}
