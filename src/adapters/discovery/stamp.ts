import type { BigIntStats } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import { errorCode } from '../files/patience.ts'

/** File systems note times in steps, the coarsest of two seconds: what changes twice in one step looks the same. */
const STEP_MS = 3_000

/** What tells whether something is still as it was, without opening it. */
export interface Stamp {
  readonly text: string
  /** Its last change is so long ago that another one would show. */
  readonly settled: boolean
  readonly isFile: boolean
  readonly isFolder: boolean
  readonly isLink: boolean
}

/** Of what has the name, links not followed; null where nothing has it. @throws the file system's error */
export function stampOf(path: string): Promise<Stamp | null> {
  return stamped(lstat(path, { bigint: true }))
}

/** Of what a link leads to, or of the thing itself. @throws the file system's error */
export function stampBehind(path: string): Promise<Stamp | null> {
  return stamped(stat(path, { bigint: true }))
}

async function stamped(looking: Promise<BigIntStats>): Promise<Stamp | null> {
  try {
    const found = await looking
    const { dev, ino, mode, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = found
    const changed = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs)
    return {
      text: [dev, ino, mode, size, mtimeNs, ctimeNs].join(' '),
      settled: Date.now() > changed + STEP_MS,
      isFile: found.isFile(),
      isFolder: found.isDirectory(),
      isLink: found.isSymbolicLink(),
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  }
}
