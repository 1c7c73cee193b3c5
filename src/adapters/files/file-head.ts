import { closeSync, constants, fstatSync, lstatSync, readSync } from 'node:fs'
import { expectSame, openAsItIs, plain } from './plain-file.ts'

/**
 * The first bytes of a file, or fewer where it is shorter.
 *
 * @param path of a file that this process has no lock on: to close it ends all of them
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
