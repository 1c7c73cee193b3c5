import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { putAside } from './aside.ts'
import { errorCode } from './patience.ts'
import { expectSame, openAsItIs } from './plain-file.ts'

/** Between a look and the opening, another program may have made or taken away what has the name. */
const TRIES = 3

/**
 * A file of Enlace's own that is written in place, made where it is missing and emptied where it is there. What else has
 * its name is set aside and left as it is: a link, a folder, a pipe, or a file that has a second name and so is somebody
 * else's too. Every method but `close` throws the file system's error, and so does the constructor.
 */
export class OwnFile {
  readonly #file: number

  constructor(path: string) {
    this.#file = openOwn(path)
    ftruncateSync(this.#file)
  }

  /** Writes over what was written before, which must not have been longer. */
  write(text: string): void {
    writeSync(this.#file, text, 0)
  }

  /** On the disk when it returns. */
  flush(): void {
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}

function openOwn(path: string): number {
  for (let tries = 1; ; tries += 1) {
    try {
      return openOnce(path)
    } catch (error) {
      if (tries === TRIES || !['EEXIST', 'ENOENT'].includes(errorCode(error))) throw error
    }
  }
}

/**
 * Sees to it that an empty file has the name. Whatever else has it is set aside and left as it is.
 *
 * @throws the file system's error
 */
export function makeEmpty(path: string): void {
  const seen = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (seen?.isFile() && seen.size === 0n) return
  if (seen) putAsideIfStill(path, seen)
  try {
    closeSync(openAsItIs(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Another program may have been quicker, and hold the file that it has made. */
function putAsideIfStill(path: string, seen: BigIntStats): void {
  const kept = putAside(path)
  if (lstatSync(kept, { bigint: true }).ino === seen.ino) return
  linkSync(kept, path)
  unlinkSync(kept)
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
