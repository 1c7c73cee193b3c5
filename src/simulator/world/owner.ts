import type { Limits } from './limits.ts'

/** The account a linked device belongs to, as far as its devices know it. */
export interface Owner {
  /** Digits, as `573007915262`. */
  readonly number: string
  readonly lid: string
  /** What the owner is called in what they write. */
  readonly name: string
  readonly limits: Limits
  /** Takes a device off the account. */
  unlink(deviceId: number): void
}
