import type { PasskeyTrouble } from './passkey.ts'

/**
 * Why a session is not online. Each cause has one support code that never changes: it is the line that the
 * person behind the counter and the person on the phone look at together, and the key of the support guide.
 *
 * The tens group them: 1x the stored session, 2x the link, 3x the connection, 4x the account,
 * 5x whose session it is, 6x this computer.
 */
export const SUPPORT_CODES = {
  'restore-failed': 'R-11',
  'damaged-store': 'R-12',
  'vault-locked': 'R-13',
  'vault-lost': 'R-14',
  'foreign-store': 'R-15',
  'store-newer': 'R-16',
  'folder-in-use': 'R-17',
  'folder-missing': 'R-18',
  'not-scanned': 'R-21',
  'unlinked-from-phone': 'R-22',
  replaced: 'R-23',
  'relink-required': 'R-24',
  'passkey-required': 'R-25',
  'scan-failed': 'R-26',
  'code-refused': 'R-27',
  'number-refused': 'R-28',
  network: 'R-31',
  'whatsapp-unavailable': 'R-32',
  'handshake-refused': 'R-33',
  outdated: 'R-34',
  intercepted: 'R-35',
  'wrong-clock': 'R-36',
  'captive-portal': 'R-37',
  'proxy-refused': 'R-38',
  restricted: 'R-41',
  banned: 'R-42',
  'removed-while-limited': 'R-43',
  'wrong-number': 'R-51',
  'duplicate-number': 'R-52',
  'duplicate-identity': 'R-53',
  'another-account': 'R-54',
  'read-only': 'R-61',
  'disk-full': 'R-62',
  'io-error': 'R-63',
  unknown: 'R-99',
} as const

export type CauseCode = keyof typeof SUPPORT_CODES

export function isCauseCode(code: unknown): code is CauseCode {
  return typeof code === 'string' && Object.hasOwn(SUPPORT_CODES, code)
}

/** A cause as it happened: `detail` is WhatsApp's own number where there is one (the close code of an `unknown`). */
export interface Cause {
  readonly code: CauseCode
  readonly detail: number | null
  /** When WhatsApp says that it ends, in milliseconds since 1970; absent where it does not say. */
  readonly until?: number
  /** WhatsApp's own words about it, in the language of the account. */
  readonly words?: string
  /** With `passkey-required`: why the confirmation could not be finished here. */
  readonly passkey?: PasskeyTrouble
}
