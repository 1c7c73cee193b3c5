import { type BigIntStats, closeSync, constants, fchmodSync, fstatSync, lstatSync } from 'node:fs'
import { putAside } from './aside.ts'
import { errorCode } from './patience.ts'
import { expectSame, openAsItIs } from './plain-file.ts'

/** Between a look and the opening, another program may have made or taken away what has the name. */
const TRIES = 3

/**
 * Opens a file of Enlace's own to be written in place, and makes it where it is missing. What else has its name is set
 * aside and left as it is: a link, a folder, a pipe, or a file that has a second name and so is somebody else's too.
 *
 * @returns a handle; what was in the file is still in it
 * @throws the file system's error
 */
export function openOwn(path: string): number {
  for (let tries = 1; ; tries += 1) {
    try {
      return openOnce(path)
    } catch (error) {
      if (tries === TRIES || !['EEXIST', 'ENOENT'].includes(errorCode(error))) throw error
    }
  }
}

/** Whether it has a second name, which is somebody's copy of it. Some file systems do not count. */
export function isShared({ nlink }: BigIntStats): boolean {
  return nlink > 1n
}

/** Whether others than its owner may read it. Windows has no such modes, and its folders are their owner's. */
export function isOpenToOthers({ mode }: BigIntStats): boolean {
  return process.platform !== 'win32' && (mode & 0o077n) !== 0n
}

/** Whether it is a file that nobody knows under another name. */
export function isOwn(seen: BigIntStats): boolean {
  return seen.isFile() && !isShared(seen)
}

function openOnce(path: string): number {
  const seen = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (seen && !isOwn(seen)) putAside(path)
  if (!seen || !isOwn(seen)) {
    return openAsItIs(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600)
  }
  const file = openAsItIs(path, constants.O_RDWR)
  try {
    expectSame(path, seen, fstatSync(file, { bigint: true }))
    if (isOpenToOthers(seen)) fchmodSync(file, 0o600)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}
