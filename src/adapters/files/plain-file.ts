import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { errorCode, patiently } from './patience.ts'

/** More than any record, setting or note of Enlace's, whoever wrote it. */
const RECORD_BYTES = 1024 * 1024

/**
 * Links are not followed and pipes not waited for, even where they take a file's place between two looks. Windows knows
 * neither flag: there, what was opened is compared with what was seen.
 */
const AS_IT_IS = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK

/** What has a file's name is not what Enlace keeps there. */
export class StrangeFile extends Error {
  override readonly name = 'StrangeFile'

  constructor(path: string, what: string) {
    super(`${path} is ${what}`)
  }
}

/**
 * Reads a file whole; one that another program holds for a moment is waited for.
 *
 * @param most bytes
 * @throws StrangeFile where it is a link, a folder, a pipe, a device, or longer than `most`; the file system's error
 */
export function readBytes(path: string, most: number): Promise<Buffer> {
  return patiently(async () => {
    const seen = plain(path, await lstat(path, { bigint: true }))
    const file = await open(path, constants.O_RDONLY | AS_IT_IS).catch((error: unknown) => {
      throw asStrange(path, error)
    })
    try {
      const { size } = expectSame(path, seen, await file.stat({ bigint: true }))
      const room = roomFor(path, size, most)
      let length = 0
      for (;;) {
        const { bytesRead } = await file.read(room, { offset: length })
        length += bytesRead
        if (bytesRead === 0) return whole(path, room, length)
      }
    } finally {
      await file.close()
    }
  })
}

/** The same as text. */
export async function readText(path: string, most = RECORD_BYTES): Promise<string> {
  return (await readBytes(path, most)).toString('utf8')
}

/** `readText`, for where nothing can be waited for: what another program holds is refused at once. */
export function readTextSync(path: string, most = RECORD_BYTES): string {
  const seen = plain(path, lstatSync(path, { bigint: true }))
  const file = openAsItIs(path, constants.O_RDONLY)
  try {
    const { size } = expectSame(path, seen, fstatSync(file, { bigint: true }))
    const room = roomFor(path, size, most)
    let length = 0
    for (;;) {
      const read = readSync(file, room, { offset: length })
      length += read
      if (read === 0) return whole(path, room, length).toString('utf8')
    }
  } finally {
    closeSync(file)
  }
}

/** How long a file is, in bytes. @throws StrangeFile where it is none; the file system's error */
export async function sizeOf(path: string): Promise<number> {
  return Number(plain(path, await lstat(path, { bigint: true })).size)
}

/** A handle of what has the name, which is no link. @throws StrangeFile; the file system's error */
export function openAsItIs(path: string, flags: number, mode?: number): number {
  try {
    return openSync(path, flags | AS_IT_IS, mode)
  } catch (error) {
    throw asStrange(path, error)
  }
}

/** @throws StrangeFile where it is anything but a file */
export function plain(path: string, seen: BigIntStats): BigIntStats {
  if (seen.isFile()) return seen
  throw new StrangeFile(path, seen.isSymbolicLink() ? 'a link' : 'no file')
}

/** @throws StrangeFile where something else has taken the place of what was seen */
export function expectSame(path: string, seen: BigIntStats, found: BigIntStats): BigIntStats {
  // Windows tells the volume of a path and of a handle in two ways.
  const same = seen.ino === found.ino && (process.platform === 'win32' || seen.dev === found.dev)
  if (same && found.isFile()) return found
  throw new StrangeFile(path, 'another file than a moment ago')
}

/** One byte more than the file has: what fills it is still growing. */
function roomFor(path: string, size: bigint, most: number): Buffer {
  if (size > most) throw new StrangeFile(path, `longer than ${most} bytes`)
  return Buffer.alloc(Number(size) + 1)
}

function whole(path: string, room: Buffer, length: number): Buffer {
  if (length === room.length) throw new StrangeFile(path, 'growing')
  return room.subarray(0, length)
}

function asStrange(path: string, error: unknown): unknown {
  return errorCode(error) === 'ELOOP' ? new StrangeFile(path, 'a link') : error
}
