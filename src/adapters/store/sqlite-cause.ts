import type { Cause, CauseCode } from '../../contract/cause.ts'
import { diskCause } from '../files/disk-cause.ts'

const SQLITE_ERROR = 1
const SQLITE_READONLY = 8
const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_NOTADB = 26
const PRIMARY_CODE_MASK = 0xff

/** The cause that an error of SQLite or of the file system stands for. */
export function sqliteCause(error: unknown): Cause {
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : null
  switch (errcode === null ? null : errcode & PRIMARY_CODE_MASK) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return because('folder-in-use')
    case SQLITE_READONLY:
      return because('read-only')
    case SQLITE_FULL:
      return because('disk-full')
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    // A missing table or column: the file is a database, but not (any more) this one.
    case SQLITE_ERROR:
      return because('damaged-store')
    case null:
      return diskCause(error)
    default:
      // The disk, no memory, no permission, …: what stood in the way says nothing about what is in the file.
      return because('io-error')
  }
}

function because(code: CauseCode): Cause {
  return { code, detail: null }
}
