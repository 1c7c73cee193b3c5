import type { Cause, CauseCode } from '../../contract/cause.ts'
import { errorCode } from './patience.ts'

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
  return { code: BY_ERRNO[errorCode(error)] ?? 'io-error', detail: null }
}
