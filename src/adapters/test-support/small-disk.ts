import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = '2m'

/** Whether this machine lets a test have a file system of its own: root on Linux, such as CI or a container. */
export const canMount = mountable()

function mountable(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = mkdtempSync(join(tmpdir(), 'enlace-mount-'))
  const works = mount(place)
  if (works) unmount(place)
  rmdirSync(place)
  return works
}

function mount(place: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', place]).status === 0
}

function unmount(place: string): void {
  spawnSync('umount', [place])
}

/** A file system of two megabytes, in memory, that can be filled up and made read-only. */
export class SmallDisk {
  readonly #place: string
  readonly #filler: string

  private constructor(place: string) {
    this.#place = place
    this.#filler = join(place, 'filler')
  }

  /** @param place an empty folder */
  static mountAt(place: string): SmallDisk {
    if (!mount(place)) throw new Error(`no file system at ${place}`)
    return new SmallDisk(place)
  }

  /** Writes until nothing more goes in. */
  fill(): void {
    const file = openSync(this.#filler, 'w')
    try {
      for (;;) writeSync(file, Buffer.alloc(4096))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    } finally {
      closeSync(file)
    }
  }

  makeRoom(): void {
    rmSync(this.#filler)
  }

  /** Read-only, or writable again. */
  remount(how: 'ro' | 'rw'): void {
    const { status, stderr } = spawnSync('mount', ['-o', `remount,${how}`, this.#place])
    if (status !== 0) throw new Error(String(stderr))
  }

  unmount(): void {
    unmount(this.#place)
  }
}
