import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { putAside } from './aside.ts'
import { newDraftName } from './draft.ts'
import { isOpenToOthers, isShared } from './own-file.ts'
import { errorCode } from './patience.ts'
import { expectSame, openAsItIs, plain } from './plain-file.ts'

/** What SQLite keeps beside a database and looks for by name. */
const COMPANIONS = ['-wal', '-shm', '-journal']

/**
 * Makes a place safe for SQLite, which follows links, waits for pipes, writes where it finds a file, and leaves it to
 * the system's settings who may read what it makes. A file that is missing is made, empty and for its owner only: what
 * SQLite puts beside it gets the same mode. One that has a second name is somebody's copy too, and gets a copy of its
 * own. Whatever else lies where SQLite would write beside it is set aside.
 *
 * @param path of a database that this process does not have open: to close a file ends the process's locks on it
 * @throws StrangeFile where the database is a link, a folder or a pipe; the file system's error
 */
export function prepareDatabase(path: string): void {
  for (const tail of COMPANIONS) {
    const seen = lstatSync(path + tail, { throwIfNoEntry: false })
    if (seen && !seen.isFile()) putAside(path + tail)
    else if (seen) makePrivate(path + tail)
  }
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    makePrivate(path)
  }
}

/** Puts a database aside, and what SQLite keeps beside it. @throws the file system's error; some of it may have gone */
export function putDatabaseAside(path: string): string {
  const kept = putAside(path)
  for (const tail of COMPANIONS) {
    if (lstatSync(path + tail, { throwIfNoEntry: false })) renameSync(path + tail, kept + tail)
  }
  return kept
}

/**
 * The first bytes of a database, or fewer where it is shorter.
 *
 * @param path of one that this process does not have open: to close a file ends the process's locks on it
 * @throws StrangeFile where it is anything but a file; the file system's error
 */
export function readHead(path: string, bytes: number): Buffer {
  const seen = plain(path, lstatSync(path, { bigint: true }))
  const file = openAsItIs(path, constants.O_RDONLY)
  try {
    expectSame(path, seen, fstatSync(file, { bigint: true }))
    const head = Buffer.alloc(bytes)
    return head.subarray(0, readSync(file, head, 0, bytes, 0))
  } finally {
    closeSync(file)
  }
}

function makePrivate(path: string): void {
  const seen = plain(path, lstatSync(path, { bigint: true }))
  if (isShared(seen)) unshare(path)
  if (!isOpenToOthers(seen)) return
  try {
    chmodSync(path, 0o600)
  } catch {
    // Another account's, or on a disk that lets nothing be changed: SQLite will say so where it matters.
  }
}

/** The other name keeps the file as it is. */
function unshare(path: string): void {
  const draft = newDraftName(path)
  try {
    copyFileSync(path, draft, constants.COPYFILE_EXCL)
    const file = openSync(draft, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
