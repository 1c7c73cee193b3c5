import type { Cause, CauseCode } from '../contract/cause.ts'

const BY_ERRNO: Readonly<Record<string, CauseCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOENT: 'folder-missing',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
}

/** The cause that an error of the file system stands for. */
export function diskCause(error: unknown): Cause {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { code: BY_ERRNO[code] ?? 'io-error', detail: null }
}
