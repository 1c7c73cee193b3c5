import { execFileSync } from 'node:child_process'
import { link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBytes, readText, readTextSync, StrangeFile } from './plain-file.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-plain-'))
  path = join(folder, 'file.json')
})

afterEach(() => rm(folder, { recursive: true }))

/** What may have a file's name without being one of Enlace's. */
const STRANGE: Readonly<Record<string, () => Promise<unknown>>> = {
  'a link to a file': async () => {
    await writeFile(join(folder, 'target'), '{}')
    await symlink(join(folder, 'target'), path)
  },
  'a link that leads in a circle': () => symlink(path, path),
  'a link that leads nowhere': () => symlink(join(folder, 'nowhere'), path),
  'a folder': () => mkdir(path),
  'a file of terabytes': async () => {
    await writeFile(path, '')
    await truncate(path, 2 ** 42)
  },
  'a file that is a byte too long': () => writeFile(path, 'x'.repeat(101)),
}
/** Windows has no pipes nor devices among its files. */
const STRANGE_ON_UNIX: Readonly<Record<string, () => unknown>> = {
  'a pipe that nobody writes to': () => execFileSync('mkfifo', [path]),
  'a link to a device that never ends': () => symlink('/dev/zero', path),
}

describe('what has the name of a file', () => {
  const strange = process.platform === 'win32' ? STRANGE : { ...STRANGE, ...STRANGE_ON_UNIX }

  it.each(Object.entries(strange))('and is %s is refused at once', async (_what, make) => {
    await make()
    await expect(readText(path, 100)).rejects.toThrow(StrangeFile)
    expect(() => readTextSync(path, 100)).toThrow(StrangeFile)
  })

  it('and is one is read whole, up to the limit', async () => {
    for (const length of [0, 1, 99, 100]) {
      const text = 'ñ'.repeat(length / 2) + 'x'.repeat(length % 2)
      await writeFile(path, text)
      expect(await readText(path, 100)).toBe(text)
      expect(readTextSync(path, 100)).toBe(text)
      expect((await readBytes(path, 100)).length).toBe(Buffer.byteLength(text))
    }
  })

  it('and has a second name is read: a backup may be made of links', async () => {
    await writeFile(path, 'text')
    await link(path, join(folder, 'backup'))
    expect(await readText(path, 100)).toBe('text')
  })

  it('and is not there is not there', async () => {
    await expect(readText(path, 100)).rejects.toThrow('ENOENT')
    expect(() => readTextSync(path, 100)).toThrow('ENOENT')
  })
})
