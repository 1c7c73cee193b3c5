/** Protects small secrets with what the operating system offers to this account. */
export interface KeyVault {
  /** Wraps 32 random bytes for storage beside the data they protect. */
  wrap(key: Uint8Array): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array): Promise<Unwrapped>
}

export type Unwrapped =
  /** `renewed`: the system has a newer key; store this wrapping instead. */
  | { readonly ok: true; readonly key: Uint8Array; readonly renewed: Uint8Array | null }
  /** `locked`: the vault does not answer now. `lost`: it answers, but this key is not its own. */
  | { readonly ok: false; readonly why: 'locked' | 'lost' }
