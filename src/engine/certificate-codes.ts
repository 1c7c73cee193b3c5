/** What Node says of a certificate that is not valid at the time this computer has. */
const CLOCK_CODES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])

/** Whether a certificate was refused for its dates, and not for who signed it. */
export function isClockCode(code: string): boolean {
  return CLOCK_CODES.has(code)
}
