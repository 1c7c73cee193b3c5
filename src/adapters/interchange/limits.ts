/**
 * More than any real session has: one has 816 files after it was linked, shops of ten years 12,000 and more, and their
 * longest file is the index of their contacts, some 130 bytes each.
 */
export const LIMITS = {
  files: 300_000,
  credsBytes: 1024 * 1024,
  keyBytes: 8 * 1024 * 1024,
  /** All files together. */
  bytes: 256 * 1024 * 1024,
}

export type Limits = Readonly<typeof LIMITS>

/** What lies there is more than a session: it is not read. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}
