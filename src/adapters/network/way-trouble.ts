import { constants } from 'node:os'

/** What stood in the way of a connection, where it is more than a network that does not carry. */
export type Trouble =
  /** A proxy: the HTTP status it answered with, or null where it could not be reached. */
  | { readonly how: 'proxy'; readonly status: number | null; readonly proxy: string }
  /** The encryption: the code as Node names it, and whose certificate was shown, where one was. */
  | { readonly how: 'tls'; readonly code: string; readonly issuer: string | null }
  /** A page that wants somebody to sign in to the network before it lets anything through. */
  | { readonly how: 'portal' }

/** Thrown by whatever makes a connection; everything else that is thrown is the network's. */
export class WayTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(WORDS[trouble.how](trouble))
    this.name = 'WayTrouble'
    this.trouble = trouble
  }
}

const WORDS: Readonly<Record<Trouble['how'], (trouble: Trouble) => string>> = {
  proxy: (trouble) =>
    `proxy ${'proxy' in trouble ? trouble.proxy : ''}: ${'status' in trouble ? (trouble.status ?? 'not reached') : ''}`,
  tls: (trouble) => `tls: ${'code' in trouble ? trouble.code : ''}`,
  portal: () => 'captive portal',
}

/** The trouble in whatever was thrown, however often it was wrapped. */
export function troubleIn(error: unknown): Trouble | null {
  if (error instanceof WayTrouble) return error.trouble
  if (!(error instanceof Error)) return null
  return troubleIn(error.cause) ?? troubleIn('data' in error ? error.data : null)
}

/**
 * The code of an error that came while the encryption was agreed on; null where only the line broke. OpenSSL's own
 * errors arrive under a code of its own or as EPROTO, everything else that is an errno is the line's.
 */
export function tlsCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (typeof code !== 'string') return null
  return code === 'EPROTO' || !Object.hasOwn(constants.errno, code) ? code : null
}
