import { execFileSync } from 'node:child_process'
import { link, mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Something of somebody else's, which is never to change. */
export const THEIRS = 'SQLite format 3, or a letter: whatever it is, it is theirs\n'.repeat(200)

/** Puts something at `path`; a link is one to `target`, in which `THEIRS` lies. */
export type Strange = (path: string, target: string) => Promise<unknown>

/** What Enlace would write through, if it wrote where it finds a name. */
export const LINKS: Readonly<Record<string, Strange>> = {
  'a link': (path, target) => symlink(target, path),
  'a link that leads nowhere': (path, target) => symlink(`${target}-nowhere`, path),
  'a second name': (path, target) => link(target, path),
}

/** What is no file, or none that anybody could read. Windows has no pipes nor devices among its files. */
export const NO_FILES: Readonly<Record<string, Strange>> = {
  'a folder': async (path) => {
    await mkdir(path)
    await writeFile(join(path, 'inside'), THEIRS)
  },
  'a file of 400 MB': async (path) => {
    await writeFile(path, '')
    await truncate(path, 400 * 1024 * 1024)
  },
  '3 million brackets': (path) => writeFile(path, '['.repeat(3_000_000)),
  ...(process.platform === 'win32' ? {} : onUnix()),
}

function onUnix(): Readonly<Record<string, Strange>> {
  return {
    'a pipe that nobody writes to': (path) => Promise.resolve(execFileSync('mkfifo', [path])),
    'a device that never ends': (path) => symlink('/dev/zero', path),
  }
}
