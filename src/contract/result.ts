/**
 * Everything a command can refuse. `params` fill the sentence in `src/text`; they never hold a secret.
 *
 * - `invalid-input`: the message does not fit the command's schema (`field` says where).
 * - `unknown-organization`: no organization has that id.
 * - `name-empty`, `name-too-long`, `name-unusable` (it holds what cannot be seen): what the person typed as a name.
 * - `id-invalid`: outside `[A-Za-z0-9_-]{1,64}`; `id-taken`: another organization has it.
 * - `name-mismatch`: the organization's name was not typed as it is.
 * - `import-refused`: the folder holds no usable session (`reason` is for support).
 * - `import-known`: the folder's session is the organization `name`; `import-too-large`: more than any session is.
 * - `export-inside`: the place chosen for an export lies in Enlace's own data; `export-in-session`: in the folder of
 *   another server's session.
 * - `number-invalid`: not a phone number with its country code.
 * - `session-name-taken`: `proposal` is a free one the person may edit before creating.
 * - `not-possible-now`: the command makes no sense in the session's present `status`.
 * - `pin-required`: it needs the PIN, and none came with it.
 * - `pin-wrong`: not the PIN; `left` tries before a wait.
 * - `pin-wait`: too many wrong PINs; the next may be tried at `until` (milliseconds since 1970).
 * - `storage`: the disk refused (`cause` is the code of the cause).
 * - `not-practice`: a practice command outside practice mode.
 * - `simulator`: the simulated phone refused (`reason`).
 * - `internal`: a defect; the details are in the log, not on the screen.
 */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-organization',
  'name-empty',
  'name-too-long',
  'name-unusable',
  'id-invalid',
  'id-taken',
  'number-invalid',
  'name-mismatch',
  'import-refused',
  'import-known',
  'import-too-large',
  'export-inside',
  'export-in-session',
  'session-name-invalid',
  'session-name-taken',
  'not-possible-now',
  'pin-required',
  'pin-wrong',
  'pin-wait',
  'storage',
  'not-practice',
  'simulator',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface Failure {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string>>
}

/** What crosses the process boundary instead of an exception. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failure(
  code: ErrorCode,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, params } }
}
